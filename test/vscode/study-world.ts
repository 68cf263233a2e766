import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createProgressService } from '../../src/features/services/progress-service.ts';
import { formatLine } from '../../src/study/event-line.ts';
import type { CardId, ProgressEvent, Rating } from '../../src/study/event.ts';
import { createLogStore, logFileName } from '../../src/study/disk/log-store.ts';
import type { AppendText } from '../../src/study/disk/log-store.ts';

// One for all: VS Code does not let a channel be made again after it was disposed.
const log = vscode.window.createOutputChannel('Loopwise tests', { log: true });

/** A folder with a log of its own, and windows that keep their progress in it. */
export function createStudyWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-study-'));
  const open: { dispose(): void }[] = [];
  return {
    folder,
    log,
    file: join(folder, logFileName),
    window(appendText?: AppendText) {
      const store = createLogStore(folder, appendText);
      const service = createProgressService(vscode.Uri.file(folder), log, store);
      open.push(service);
      return service;
    },
    dispose() {
      for (const one of open) one.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where nothing was ever reviewed. */
export const nothingDue = {
  isDue: () => false,
  onDidChange: new vscode.EventEmitter<void>().event,
};

/** Another process appends an event, as the extension host of another window does. */
export async function appendElsewhere(file: string, event: ProgressEvent): Promise<void> {
  const script = `require('node:fs').appendFileSync(process.argv[1], process.argv[2])`;
  const child = spawn(process.execPath, ['-e', script, file, formatLine(event)], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'inherit',
  });
  await once(child, 'exit');
}

/** Another window rates a card, some minutes ago: a step of as many minutes has ended. */
export async function reviewedAgo(
  file: string,
  { card, rating, minutes }: { card: CardId; rating: Rating; minutes: number },
): Promise<void> {
  const at = new Date(Date.now() - minutes * 60_000).toISOString();
  const after = { stability: 1, difficulty: 5, due: at };
  const review = { kind: 'reviewed', rating, durationMs: 1, hints: 0, content: '', after } as const;
  await appendElsewhere(file, { v: 1, id: `${card} ${minutes}`, at, card, ...review });
}

/** The next event that is wanted. Listen first, then do what makes it fire. */
export function next<T>(event: vscode.Event<T>, wanted: (value: T) => boolean = () => true) {
  return new Promise<T>((resolve) => {
    const listener = event((value) => {
      if (!wanted(value)) return;
      listener.dispose();
      resolve(value);
    });
  });
}
