import * as vscode from 'vscode';
import { levels } from '../../bank/cheat-sheet.ts';
import { candidatesOf, type Drawable } from '../../study/interview/candidates.ts';
import { formats, type Rehearsal } from '../../study/interview/format.ts';
import { settings } from '../settings/settings.ts';
import { levelNames } from '../ui/grade-names.ts';
import { pickOne } from '../ui/pick-one.ts';
import { formatNames } from '../ui/interview-texts.ts';
import { formatDetails } from './texts.ts';

const durations = [15, 20, 30, 45, 60] as const;

/** Asks for level, format and length; undefined when nobody wants to say. */
export async function pickRehearsal(drawable: Drawable): Promise<Rehearsal | undefined> {
  const title = vscode.l10n.t('Start Mock Interview');
  const names = levelNames();
  const usual = settings.interviewLevel();
  // What is picked most often is one key away.
  const level = await pickOne(
    [usual, ...levels.filter((one) => one !== usual)].map((one) => ({ label: names[one], one })),
    { title, placeHolder: vscode.l10n.t('The level of the interview') },
  );
  if (!level) return undefined;
  const [called, details] = [formatNames(), formatDetails()];
  const offered = formats.filter((format) => {
    return candidatesOf({ format, level: level.one }, drawable).length > 0;
  });
  const format = await pickOne(
    offered.map((one) => ({ label: called[one], detail: details[one], one })),
    { title, placeHolder: vscode.l10n.t('What kind of interview?') },
  );
  if (!format) return undefined;
  const first = format.one === 'design' || format.one === 'coding' ? 45 : 30;
  const minutes = await pickOne(
    [first, ...durations.filter((one) => one !== first)].map((one) => ({
      label: vscode.l10n.t('{0} minutes', one),
      one,
    })),
    { title, placeHolder: vscode.l10n.t('How long?') },
  );
  return minutes && { format: format.one, level: level.one, minutes: minutes.one };
}
