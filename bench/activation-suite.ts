// Runs inside VS Code: activates the extensions one after the other and writes down how long each took.
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

interface Order {
  /** Ids of extensions, in the order in which they are activated. */
  readonly extensions: readonly string[];
  /** Where the milliseconds go, as an object by id. */
  readonly file: string;
}

export async function run(): Promise<void> {
  const { extensions, file } = JSON.parse(process.env['LOOPWISE_BENCH'] ?? '') as Order;
  const times: Record<string, number> = {};
  for (const id of extensions) {
    const extension = vscode.extensions.getExtension(id);
    if (extension === undefined || extension.isActive) throw new Error(`${id} is not as expected.`);
    const before = performance.now();
    await extension.activate();
    times[id] = performance.now() - before;
  }
  writeFileSync(file, JSON.stringify(times));
}
