// For the benchmarks, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export interface Suite {
  readonly extension: string;
  readonly tests: string;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
  readonly mark: string;
  readonly limit: number;
  readonly vsixes?: readonly string[];
  readonly beside?: readonly string[];
}
export function runOnServer(suite: Suite): Promise<number>;
