// Runs inside VS Code: hovers over the code of a long file and types in it, as Loopwise is asked then.
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { createInThisFile } from '../src/features/in-this-file/in-this-file.lazy.ts';
import { createBankService } from '../src/features/services/bank-service.ts';
import { createProgressService } from '../src/features/services/progress-service.ts';
import type { Services } from '../src/features/services/services.ts';
import { createShownQuestion } from '../src/features/services/shown-question.ts';
import { createWork } from '../src/features/threads/work.ts';
import { median } from './median.ts';

interface Asked {
  readonly file: string;
  /** A file of a public package, whose text is repeated. */
  readonly source: string;
}

/** The editor waits as long before it shows a hover (`editor.hover.delay`). */
const hoverDelay = 300;
const lines = 5000;

export async function run(): Promise<void> {
  const { file, source } = JSON.parse(process.env['LOOPWISE_BENCH'] ?? '{}') as Asked;
  const extension = vscode.extensions.getExtension('loopwise.loopwise');
  if (!extension) throw new Error('Loopwise is not installed.');
  const log = vscode.window.createOutputChannel('Bench', { log: true });
  const { extensionUri } = extension;
  const one = readFileSync(source, 'utf8');
  const text = Array.from(
    { length: Math.ceil(lines / one.split('\n').length) },
    () => `(function () {\n${one}\nconst fs = require('fs');\nfs.readFileSync('a');\n})();\n`,
  ).join('');

  /** As if nobody had asked before: a thread that has to start, and nothing that was read. */
  function create() {
    const work = createWork(vscode.Uri.joinPath(extensionUri, 'dist/lazy/work.worker.js').fsPath);
    const services = {
      ...{ context: { extensionUri }, log, work, shownQuestion: createShownQuestion() },
      bank: createBankService(extensionUri),
      progress: createProgressService(vscode.Uri.file(join(tmpdir(), 'loopwise-bench-none')), log),
    } as unknown as Services;
    const changed = new vscode.EventEmitter<unknown>();
    const view = { visible: false, onDidChangeVisibility: changed.event };
    const made = createInThisFile(services, view as unknown as vscode.TreeView<unknown>, changed);
    return { ...made, end: () => work.dispose() };
  }

  async function open(): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({
      language: 'javascript',
      content: text,
    });
    return vscode.window.showTextDocument(document);
  }

  const placesOf = (document: vscode.TextDocument): vscode.Position[] =>
    [...document.getText().matchAll(/readFileSync/g)].map(({ index }) =>
      document.positionAt(index + 2),
    );

  const cold: number[] = [];
  const first: number[] = [];
  const later: number[] = [];
  const key: number[] = [];
  for (let round = 0; round < 5; round++) {
    const unread = create();
    const { document } = await open();
    const places = placesOf(document);
    cold.push(await timeOf(() => hover(unread, document, places[0])));
    unread.end();

    // The first file of a window: it is read when it is in front, and has a hover once the pointer rests.
    const editor = await open();
    const asked = create();
    const range = new vscode.Range(0, 0, 0, 0);
    void asked.read(editor.document);
    await pause(hoverDelay);
    first.push(await timeOf(() => hover(asked, editor.document, places[0])));
    for (const place of places)
      later.push(await timeOf(() => hover(asked, editor.document, place)));

    // After a key press, VS Code asks for code actions anew.
    for (let press = 0; press < 10; press++) {
      await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), ' '));
      await pause(50);
      const before = performance.eventLoopUtilization();
      await asked.actions(editor.document, range);
      key.push(performance.eventLoopUtilization(before).active);
    }
    asked.end();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  const result = {
    ...{ hoverUnreadMs: median(cold), hoverFirstMs: median(first) },
    ...{ hoverLaterMs: median(later), keyPressHostMs: median(key) },
  };
  writeFileSync(file, JSON.stringify(result));
}

async function hover(
  asked: Pick<ReturnType<typeof createInThisFile>, 'hover'>,
  document: vscode.TextDocument,
  place: vscode.Position | undefined,
): Promise<void> {
  const shown = place && (await asked.hover(document, place));
  if (!shown) throw new Error('There was no hover.');
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
