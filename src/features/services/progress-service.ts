import * as vscode from 'vscode';
import type { ProgressService } from './services.ts';
import type { CardId } from '../../study/event.ts';

/** Stands in until the log is built: nothing is new, nothing is kept. */
export function createProgressService(
  _folder: vscode.Uri,
  _log: vscode.LogOutputChannel,
): ProgressService {
  const changed = new vscode.EventEmitter<readonly CardId[]>();
  return {
    load: () =>
      Promise.resolve({
        question: () => 'new',
        snippet: () => 'new',
        ticked: () => new Set(),
        answers: () => new Map(),
      }),
    record: (card) => Promise.resolve(changed.fire([card])),
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}
