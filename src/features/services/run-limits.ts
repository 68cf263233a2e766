import * as vscode from 'vscode';
import type { RunLimits } from '../../shared/predict.ts';
import { setting } from './ids.ts';

/** The limits as the settings have them now. */
export function runLimits(): RunLimits {
  const settings = vscode.workspace.getConfiguration('loopwise');
  return {
    seconds: settings.get(setting.timeLimit, 5),
    megabytes: settings.get(setting.memoryLimit, 256),
    lines: settings.get(setting.lineLimit, 1000),
  };
}
