import * as vscode from 'vscode';
import type { RunsRequest } from '../../shared/runs.ts';
import { manageTrust, openSetting } from '../pages/open-setting.ts';
import { command } from '../settings/ids.ts';
import { argumentOf } from '../subject/subject.ts';
import type { RunsSession, Series } from './runs-session.ts';

/** Does what the page asks for. Runs are not waited for: their end is told by a status. */
export async function performRequest(
  session: RunsSession,
  request: RunsRequest,
  start: (series: Series) => Promise<void>,
): Promise<void> {
  const { subject } = session;
  switch (request.kind) {
    case 'start':
      return start(request);
    case 'cancel':
      session.cancel();
      return;
    case 'predict':
      await vscode.commands.executeCommand(command.predictSnippet, argumentOf(subject));
      return;
    case 'openQuestion':
      if (subject.kind !== 'snippet') return;
      await vscode.commands.executeCommand(command.openQuestion, subject.snippet.question);
      return;
    case 'selectRuntime':
      await vscode.commands.executeCommand(command.selectRuntime);
      return;
    case 'openSetting':
      return openSetting(request.setting);
    case 'manageTrust':
      return manageTrust();
  }
}
