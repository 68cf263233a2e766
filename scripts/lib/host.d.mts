// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export interface HostOptions {
  /** A packaged extension to install. */
  readonly vsix?: string | undefined;
  /** Or the folder of one in development; needs `trusted`. */
  readonly extension?: string | undefined;
  /** Folder that is copied and opened. */
  readonly workspace: string;
  /** Folders in it that the window has in place of it, as a multi-root workspace. */
  readonly folders?: readonly string[] | undefined;
  /** On top of those for a clean window. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** False shows the question whether to trust the workspace, as people see it. */
  readonly trusted?: boolean | undefined;
}

export interface Host {
  readonly address: string;
  /** The copy that is open. */
  readonly workspace: string;
  /** Of the server: `User/globalStorage` and the logs are below `data` in it. */
  readonly data: string;
  readonly extensions: string;
  close(): Promise<void>;
}

export function openHost(options: HostOptions): Promise<Host>;
