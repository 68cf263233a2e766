// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export function firstSuccess(
  ways: Readonly<Record<string, () => Promise<number>>>,
): Promise<number | { tried: string[] }>;
