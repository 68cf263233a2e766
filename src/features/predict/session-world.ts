import * as vscode from 'vscode';
import type { RunLimits } from '../../shared/predict.ts';
import { setting } from '../services/ids.ts';
import type { Services } from '../services/services.ts';
import { explainRecording } from './explain-recording.ts';
import type { SessionWorld } from './predict-session.ts';

/** Sessions in VS Code: its runner, its log of progress, its trust. */
export function sessionWorld(
  services: Services,
  page: Pick<SessionWorld, 'onRecord' | 'onStatus'>,
): SessionWorld {
  const { runner, progress } = services;
  return {
    run: (request) => runner.run(request),
    record: (card, deed) => progress.record(card, deed),
    limits: runLimits,
    isTrusted: () => vscode.workspace.isTrusted,
    explain: (trace, outcome) => explainRecording(services, trace, outcome),
    ...page,
  };
}

function runLimits(): RunLimits {
  const settings = vscode.workspace.getConfiguration('loopwise');
  return {
    seconds: settings.get(setting.timeLimit, 5),
    megabytes: settings.get(setting.memoryLimit, 256),
    lines: settings.get(setting.lineLimit, 1000),
  };
}
