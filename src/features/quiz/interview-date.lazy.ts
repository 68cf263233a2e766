import * as vscode from 'vscode';
import { levels } from '../../bank/levels.ts';
import { setting } from '../settings/ids.ts';
import { readDate } from '../settings/read-date.ts';
import { settings } from '../settings/settings.ts';
import { levelNames } from '../ui/grade-names.ts';
import { askText, pickFrom } from '../ui/pick-one.ts';

/** Asks for the day and the level of the next interview, and keeps both in the user's settings. */
export async function setInterviewDate(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('loopwise');
  const title = vscode.l10n.t('Set Interview Date');
  const date = await askText({
    title,
    prompt: vscode.l10n.t('Year-Month-Day, such as 2027-02-01. Leave it empty for no date.'),
    value: settings.interviewDateText(),
    validateInput: (text) => problemOf(text),
  });
  if (date === undefined) return;
  const names = levelNames();
  const items = levels.map((level) => ({ label: names[level], level }));
  const usual = items.find(({ level }) => level === settings.interviewLevel());
  const placeHolder = vscode.l10n.t('Select the level of the interview');
  const chosen =
    date.trim() === '' ? undefined : await pickFrom(items, usual, { title, placeHolder });
  if (date.trim() !== '' && !chosen) return;
  const { Global } = vscode.ConfigurationTarget;
  await configuration.update(setting.interviewDate, date.trim() || undefined, Global);
  if (chosen) await configuration.update(setting.interviewLevel, chosen.level, Global);
}

function problemOf(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const day = readDate(text);
  if (day === undefined) return vscode.l10n.t('Enter a day such as 2027-02-01.');
  return day < new Date().setHours(0, 0, 0, 0)
    ? vscode.l10n.t('This day is in the past.')
    : undefined;
}
