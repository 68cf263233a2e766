import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openGatedChild } from '../../../src/runner/gated-child.ts';
import { fitProgram } from '../../../src/runner/fit-program.ts';
import type { ProgramLocation, RunnableProgram, Runtime } from '../../../src/runner/model.ts';
import { childKind } from '../../../src/runner/spawn-child.ts';
import { collect } from './bare-run.ts';

/** A user's folder: paths and texts. */
export type Project = Readonly<Record<string, string>>;

export async function writeProject(folder: string, project: Project): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [path, text] of Object.entries(project)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

interface Start {
  readonly file: string;
  readonly folder: string;
  readonly args?: readonly string[];
}

/** What `node file` prints by itself, started in that folder. */
export async function runBareFile(runtime: Runtime, { file, folder, args = [] }: Start) {
  const child = spawn(runtime.path, [file, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  return collect(child, nowhere);
}

/** What a child that waited really prints: a run's result tells errors in another form. */
export async function runPlacedFile(
  runtime: Runtime,
  childFolder: string,
  { file, folder, args = [] }: Start,
  { trace, texts = [], code = '' }: Partial<ProgramLocation> & { trace: boolean; code?: string },
) {
  const program: RunnableProgram = {
    code,
    kind: 'cjs',
    place: { file, folder, texts, movable: false },
  };
  const fitted = fitProgram(program, runtime);
  const gated = await openGatedChild(childKind({}, runtime, { memoryMb: 256 }), {
    warm: true,
    childFolder,
  });
  try {
    await gated.waiting;
    const shown = collect(gated.child.process, nowhere);
    const main = gated.folder.write(fitted.program);
    gated.release({
      ...{ file: main, folder, args, texts: fitted.texts },
      ...(fitted.typescript && { typescript: fitted.typescript }),
      ...{ lines: 1000, bytes: 1e6, trace },
    });
    return await shown;
  } finally {
    gated.end();
    await gated.folder.remove();
  }
}

/** A folder that no output names: paths of the program are not to be shortened. */
const nowhere = join('/', 'nowhere');

export type Shown = Awaited<ReturnType<typeof runBareFile>>;

/** Where Node itself calls the hooks of a recording, it shows that in stack traces. */
export function withoutHooks(shown: Shown): Shown {
  const without = (lines: readonly string[]) =>
    lines.filter((line) => !line.includes('(node:internal/async_hooks:'));
  return { ...shown, stdout: without(shown.stdout), stderr: without(shown.stderr) };
}
