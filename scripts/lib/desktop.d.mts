// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export interface DesktopRun {
  readonly program: string;
  readonly extension: string;
  readonly tests: string;
  readonly workspace: string;
  readonly userData: string;
  readonly beside?: readonly string[];
}
export function downloadDesktop(version: string): Promise<string>;
export function installedDesktop(): string | undefined;
export function canShow(): boolean;
export function hasDisplay(): boolean;
export function openDesktop(program: string, args: readonly string[]): Promise<number>;
export function runOnDesktop(
  desktopRun: DesktopRun,
  options: { readonly env: NodeJS.ProcessEnv; readonly limit: number },
): Promise<number>;
