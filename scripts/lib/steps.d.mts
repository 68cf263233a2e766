// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export interface Step {
  readonly name: string;
  readonly work: (totals: string) => Promise<number>;
  readonly needs?: string;
}
export function takeSteps(
  rounds: readonly (readonly Step[])[],
  folder: string,
): Promise<{ readonly passed: number; readonly failed: number; readonly summary: string[] }>;
