import * as vscode from 'vscode';
import type { PredictRequest } from '../../shared/predict.ts';
import { manageTrust, openSetting } from '../pages/open-setting.ts';
import { command } from '../settings/ids.ts';
import { argumentOf, executable } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { rulesShownBy } from '../subject/shown-rules.ts';
import type { PredictSession } from './predict-session.ts';
import { saveTimeline } from './save-timeline.ts';

/** What the page asks for that is not about its own snippet. */
export interface PanelActions {
  nextUnsolved(): Promise<void>;
}

/** What it asks for that may end with another page. */
interface PageActions extends PanelActions {
  refresh(
    session: PredictSession,
    request: Extract<PredictRequest, { kind: 'refresh' }>,
  ): Promise<void>;
}

/** Does what the page asks for. Runs are not waited for: their end is told by a status. */
export async function performRequest(
  session: PredictSession,
  request: PredictRequest,
  actions: PageActions,
): Promise<void> {
  const { subject } = session;
  switch (request.kind) {
    case 'predict':
      void session.predict(request.prediction, request.attempt);
      return;
    case 'run':
      void session.run();
      return;
    case 'refresh':
      return actions.refresh(session, request);
    case 'cancel':
      session.cancel();
      return;
    case 'input':
      session.type(request.run, request.text);
      return;
    case 'endInput':
      session.endInput(request.run);
      return;
    case 'nextUnsolved':
      return actions.nextUnsolved();
    case 'openQuestion':
      return openQuestion(request.question, subject);
    case 'runManyTimes':
    case 'runEverywhere':
      await vscode.commands.executeCommand(command[request.kind], argumentOf(subject));
      return;
    case 'anotherLikeThis':
      return makeAnother(session);
    case 'saveTimeline':
      return saveTimeline(request.timeline, executable(subject).title);
    case 'openSetting':
      return openSetting(request.setting);
    case 'manageTrust':
      return manageTrust();
  }
}

/** What the run on the page showed needs no second one. */
async function makeAnother({ subject, record }: PredictSession): Promise<void> {
  const explanations = (record.recording ?? record.explained)?.explanations;
  const shown = explanations && rulesShownBy(explanations);
  await vscode.commands.executeCommand(command.anotherLikeThis, argumentOf(subject), shown);
}

async function openQuestion(named: string | undefined, subject: Subject): Promise<void> {
  const id = named ?? (subject.kind === 'snippet' ? subject.snippet.question : undefined);
  if (id !== undefined) await vscode.commands.executeCommand(command.openQuestion, id);
}
