// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export const root: string;
export function inRoot(...parts: readonly string[]): string;
