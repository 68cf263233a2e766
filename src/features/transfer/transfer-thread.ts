import * as vscode from 'vscode';
import { createThread, type Thread } from '../threads/thread.ts';
import type { FormattedEntries } from '../../study/transfer/progress-file.ts';
import type { SyncAnswer, SyncRequest, TransferRequest } from './transfer-messages.ts';

/** How long the work may take, in milliseconds, and how long the thread is kept. */
const times = { patience: 30_000, idle: 20_000 };

/** @param extension where the extension is */
export function createTransferThread(extension: vscode.Uri) {
  const { fsPath } = vscode.Uri.joinPath(extension, 'dist/lazy/transfer.worker.js');
  const thread: Thread<TransferRequest, unknown> = createThread(fsPath, undefined, times);
  return {
    anki: (request: Extract<TransferRequest, { kind: 'anki' }>) =>
      thread.ask(request) as Promise<string>,
    sync: (request: SyncRequest) => thread.ask(request) as Promise<SyncAnswer>,
    own: (slots: readonly unknown[], machine: string) =>
      thread.ask({ kind: 'own', slots, machine }) as Promise<number | undefined>,
    formatted: (text: string) =>
      thread.ask({ kind: 'formatted', text }) as Promise<FormattedEntries>,
    dispose: () => thread.dispose(),
  };
}
