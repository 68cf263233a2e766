import * as vscode from 'vscode';
import type { Rehearsal } from '../../study/interview/format.ts';
import { scoresOf, type Scores } from '../../study/interview/scores.ts';
import type { Services } from '../services/services.ts';
import { pickOne } from '../ui/pick-one.ts';
import { dateText, rehearsalText, scoreText } from '../ui/interview-texts.ts';

/** Asks for one of the interviews of the log. @returns its id, or `start` where there is none yet and one is wanted */
export async function pickReport({
  progress,
}: Pick<Services, 'progress'>): Promise<string | undefined> {
  const interviews = await progress.loadInterviews();
  if (interviews.length === 0) {
    const start = vscode.l10n.t('Start Mock Interview…');
    const none = vscode.l10n.t('There are no reports yet: each mock interview ends with one.');
    return (await vscode.window.showInformationMessage(none, start)) === start
      ? 'start'
      : undefined;
  }
  const items = interviews.toReversed().map((one) => {
    const scores = scoresOf(one.items);
    const description = dateText(one.at);
    const detail = scores ? scoresText(one, scores) : vscode.l10n.t('Nothing was answered');
    return { label: rehearsalText(one), description, detail, id: one.id };
  });
  const placeHolder = vscode.l10n.t('Select a report');
  return (await pickOne(items, { placeHolder, matchOnDescription: true }))?.id;
}

function scoresText({ format }: Rehearsal, { own, points }: Scores): string {
  const told = [scoreText(own), scoreText(points)];
  return format === 'assessment'
    ? vscode.l10n.t('Confidence {0}, result {1}', ...told)
    : vscode.l10n.t('Your rating {0}, by the key points {1}', ...told);
}
