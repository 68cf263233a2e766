// For the benchmarks, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export function packageExtension(vsix: string): Promise<void>;
export function stageExtension(
  folder: string,
  options?: { readonly production?: boolean },
): Promise<void>;
export function manifest(): {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly engines: { readonly vscode: string };
};
