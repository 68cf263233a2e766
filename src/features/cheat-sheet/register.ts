import * as vscode from 'vscode';
import { isLevel, type Level } from '../../bank/levels.ts';
import { command, panel as panelType } from '../settings/ids.ts';
import { pickOne } from '../ui/pick-one.ts';
import type { Services } from '../services/services.ts';
import { lazyPanel } from '../pages/restore-panel.ts';
import { levelNames } from '../ui/grade-names.ts';

/** The page with the key points of all questions of a level: one panel, restored after a reload. */
export function registerCheatSheet(services: Services): void {
  const load = lazyPanel(services.context, panelType.cheatSheet, async () => {
    const { createCheatSheetPanel } = await import('./cheat-sheet-panel.lazy.ts');
    return createCheatSheetPanel(services);
  });
  services.context.subscriptions.push(
    vscode.commands.registerCommand(command.showCheatSheet, async (argument: unknown) => {
      const level = isLevel(argument) ? argument : await pickLevel();
      if (level !== undefined) (await load()).show(level);
    }),
  );
}

async function pickLevel(): Promise<Level | undefined> {
  const names = levelNames();
  const items: readonly (vscode.QuickPickItem & { readonly level: Level })[] = [
    { level: 'junior', label: names.junior, detail: vscode.l10n.t('The junior questions') },
    { level: 'mid', label: names.mid, detail: vscode.l10n.t('The junior and mid questions') },
    { level: 'senior', label: names.senior, detail: vscode.l10n.t('All questions') },
  ];
  const placeHolder = vscode.l10n.t('Select the level of the interview');
  return (await pickOne(items, { placeHolder }))?.level;
}
