// Runs inside VS Code: activates the extensions one after the other and writes down how long each took.
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { workedMs } from './worked-ms.ts';

interface Order {
  /** Ids of extensions, in the order in which they are activated. */
  readonly extensions: readonly string[];
  /** Where the milliseconds go, as an object by id. */
  readonly file: string;
}

/** Of one extension, in milliseconds. */
export interface ActivationTimes {
  readonly ms: number;
  /** What the thread worked meanwhile. */
  readonly workMs: number;
}

export async function run(): Promise<void> {
  const { extensions, file } = JSON.parse(process.env['LOOPWISE_BENCH'] ?? '') as Order;
  const times: Record<string, ActivationTimes> = {};
  for (const id of extensions) {
    const extension = vscode.extensions.getExtension(id);
    if (extension === undefined || extension.isActive) throw new Error(`${id} is not as expected.`);
    const [before, worked] = [performance.now(), workedMs()];
    await extension.activate();
    times[id] = { ms: performance.now() - before, workMs: workedMs() - worked };
  }
  writeFileSync(file, JSON.stringify(times));
}
