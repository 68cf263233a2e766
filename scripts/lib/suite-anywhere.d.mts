// For the tests, which are TypeScript: the scripts are plain JavaScript and not part of their project.
export function runAnywhere(
  hosts: {
    readonly desktop: (() => Promise<number>) | undefined;
    readonly server: (() => Promise<number>) | undefined;
  },
  totals: string,
): Promise<number>;
