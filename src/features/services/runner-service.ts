import type * as vscode from 'vscode';
import type { RunnerService } from './services.ts';

/** Stands in until the runner is built. */
export function createRunnerService(
  _extension: vscode.Uri,
  _log: vscode.LogOutputChannel,
): RunnerService {
  return {
    run: () => Promise.reject(new Error('No runner yet')),
    dispose: () => undefined,
  };
}
