// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export interface Step {
  readonly name: string;
  readonly work: (totals: string) => Promise<number>;
  readonly needs?: readonly string[];
}
export function takeSteps(
  steps: readonly Step[],
  folder: string,
  width?: number,
): Promise<{ readonly passed: number; readonly failed: number; readonly summary: string[] }>;
