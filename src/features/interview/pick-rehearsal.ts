import { clockText } from '../../shared/clock-text.ts';
import { rehearsalText } from '../ui/interview-texts.ts';
import * as vscode from 'vscode';
import { levels, type Level } from '../../bank/levels.ts';
import { candidatesOf, type Drawable } from '../../study/interview/candidates.ts';
import { formats, type Format, type Rehearsal } from '../../study/interview/format.ts';
import { settings } from '../settings/settings.ts';
import { levelNames } from '../ui/grade-names.ts';
import { pickFrom, pickOne } from '../ui/pick-one.ts';
import { formatNames } from '../ui/interview-texts.ts';
import { formatDetails } from './texts.ts';

const durations = [15, 20, 30, 45, 60] as const;

/** Asks for level, format and length; undefined when nobody wants to say. */
export async function pickRehearsal(drawable: Drawable): Promise<Rehearsal | undefined> {
  const title = vscode.l10n.t('Start Mock Interview');
  const names = levelNames();
  const usual = settings.interviewLevel();
  const ofLevel = levels.map((one) => ({ label: names[one], one }));
  const level = await pickFrom(
    ofLevel,
    ofLevel.find(({ one }) => one === usual),
    { title, placeHolder: vscode.l10n.t('Select the level of the interview') },
  );
  if (!level) return undefined;
  const [called, details] = [formatNames(), formatDetails()];
  const chosen = await pickOne(
    formatsFrom(level.one, drawable).map(({ format, from }) => ({
      ...{ label: called[format], detail: details[format], format, from },
      ...(from !== level.one && { description: vscode.l10n.t('{0} and above', names[from]) }),
    })),
    { title, placeHolder: vscode.l10n.t('Select the kind of interview') },
  );
  if (!chosen) return undefined;
  const { format, from } = chosen;
  const usually = format === 'design' || format === 'coding' ? 45 : 30;
  const lengths = durations.map((one) => ({ label: vscode.l10n.t('{0} minutes', one), one }));
  const minutes = await pickFrom(
    lengths,
    lengths.find(({ one }) => one === usually),
    { title, placeHolder: vscode.l10n.t('Select the length of the interview') },
  );
  return minutes && { format, level: from, minutes: minutes.one };
}

/** The formats, each with the lowest level from this one on that it asks anything at; first those of this level. */
function formatsFrom(
  level: Level,
  drawable: Drawable,
): readonly { readonly format: Format; readonly from: Level }[] {
  const reached = levels.slice(levels.indexOf(level));
  const found = formats.flatMap((format) => {
    const from = reached.find((one) => candidatesOf({ format, level: one }, drawable).length > 0);
    return from ? [{ format, from }] : [];
  });
  return found.toSorted((one, other) => levels.indexOf(one.from) - levels.indexOf(other.from));
}

/**
 * Whether to go on with an interview that is not over; undefined when neither that nor another is wanted.
 * @param leftMs how much time it has left
 */
export async function wantsToGoOn(stored: Rehearsal, leftMs: number): Promise<boolean | undefined> {
  const goOn = vscode.l10n.t('Continue: {0}', rehearsalText(stored));
  const left = clockText(leftMs);
  const chosen = await pickOne(
    [
      { label: goOn, goesOn: true, description: vscode.l10n.t('{0} left', left) },
      {
        ...{ label: vscode.l10n.t('New Interview…'), goesOn: false },
        description: vscode.l10n.t('Discards the unfinished one'),
      },
    ],
    { placeHolder: vscode.l10n.t('You have an unfinished mock interview.') },
  );
  return chosen?.goesOn;
}
