import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ModuleKind } from '../../../src/bank/model.ts';
import { recordFd } from '../../../src/runner/protocol.ts';

/** What the program prints by itself, with the same things made the same as in a run. */
export async function runBare(temporary: string, node: string, kind: ModuleKind, code: string) {
  const folder = join(temporary, `bare-${process.hrtime.bigint()}`);
  await mkdir(folder);
  await writeFile(join(folder, `snippet.${kind}`), code);
  try {
    const child = spawn(node, [join(folder, `snippet.${kind}`)], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    return await collect(child, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** All that a process prints until it has ended, without what differs from run to run. */
export async function collect(child: ChildProcess, folder: string) {
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  child.stdio[recordFd]?.on('data', () => undefined);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const lines = (text: string) => {
    const tidy = text
      .replaceAll(`${pathToFileURL(folder).href}/`, '')
      .replaceAll(`${folder}/`, '')
      .replaceAll(/\(node:\d+\)/g, '(node:pid)')
      .split('\n');
    return tidy.at(-1) === '' ? tidy.slice(0, -1) : tidy;
  };
  return { stdout: lines(output.stdout), stderr: lines(output.stderr), code };
}
