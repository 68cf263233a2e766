// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export interface Seen {
  readonly id: string;
  readonly total: number;
  readonly unseen: readonly (readonly string[])[] | undefined;
}
export function reportOf(seen: readonly Seen[], wrong: ReadonlySet<string>): string[];
