// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export function ships(path: string): boolean;
export function shipsSomeOf(name: string): boolean;
export function withoutDeadLinks(markdown: string): string;
