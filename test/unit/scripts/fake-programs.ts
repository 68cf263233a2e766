import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface FakePrograms {
  readonly folder: string;
  /** Writes a shell script, at a path such as `bin/code`. */
  readonly add: (path: string, lines: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** A folder of programs that stand in for those that a machine may or may not have. */
export async function fakePrograms(): Promise<FakePrograms> {
  const folder = await mkdtemp(join(tmpdir(), 'loopwise-programs-'));
  return {
    folder,
    add: async (path, lines) => {
      const program = join(folder, path);
      await mkdir(dirname(program), { recursive: true });
      await writeFile(program, `#!/bin/sh\n${lines}\n`);
      await chmod(program, 0o755);
      return program;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
