import * as vscode from 'vscode';
import { runLimits } from '../settings/run-limits.ts';
import type { Services } from '../services/services.ts';
import { explainRecording } from './explain-recording.ts';
import type { SessionDependencies } from './predict-session.ts';

/** Sessions in VS Code: its runner, its log of progress, its trust. */
export function sessionDependencies(
  services: Services,
  page: Pick<SessionDependencies, 'watch' | 'onRecord' | 'onStatus' | 'onTyping'>,
): SessionDependencies {
  const { runner, progress, seenOutputs, work } = services;
  return {
    run: (request) => runner.run(request),
    record: (card, payload) => progress.record(card, payload),
    seen: seenOutputs,
    work,
    limits: runLimits,
    isTrusted: () => vscode.workspace.isTrusted,
    explain: (trace, outcome, expect) => explainRecording(services, trace, outcome, expect),
    ...page,
  };
}
