import * as vscode from 'vscode';
import type { Level } from '../../bank/model.ts';
import type { CheatSheetState } from '../../shared/cheat-sheet.ts';
import { adoptPagePanel } from '../pages/page-panel.ts';
import { command, panel as panelType } from '../services/ids.ts';
import { pickOne } from '../services/pick-one.ts';
import type { Services } from '../services/services.ts';
import { createCheatSheetPanel, openPanel } from './cheat-sheet-panel.ts';
import type { CheatSheetPanel } from './cheat-sheet-panel.ts';
import { levelNames } from './texts.ts';

/** The page with the key points of all questions of a level: one panel, restored after a reload. */
export function registerCheatSheet(services: Services): void {
  let open: CheatSheetPanel | undefined;

  const keep = (panel: vscode.WebviewPanel, level: Level): void => {
    const sheet = createCheatSheetPanel(services, panel, level);
    open = sheet;
    panel.onDidDispose(() => {
      if (open === sheet) open = undefined;
    });
  };

  services.context.subscriptions.push(
    new vscode.Disposable((): void => void open?.panel.dispose()),
    vscode.commands.registerCommand(command.showCheatSheet, async (argument: unknown) => {
      const level = readLevel(argument) ?? (await pickLevel());
      if (level === undefined) return;
      if (open) {
        open.show(level);
        open.panel.reveal();
      } else keep(openPanel(services), level);
    }),
    vscode.window.registerWebviewPanelSerializer(panelType.cheatSheet, {
      deserializeWebviewPanel(panel, state: Partial<CheatSheetState> | undefined) {
        // There is only ever one.
        if (open) panel.dispose();
        else {
          adoptPagePanel(services.context.extensionUri, panel);
          keep(panel, readLevel(state?.level) ?? 'mid');
        }
        return Promise.resolve();
      },
    }),
  );
}

function readLevel(value: unknown): Level | undefined {
  return value === 'junior' || value === 'mid' || value === 'senior' ? value : undefined;
}

async function pickLevel(): Promise<Level | undefined> {
  const { t } = vscode.l10n;
  const names = levelNames();
  const items: readonly (vscode.QuickPickItem & { readonly level: Level })[] = [
    { level: 'junior', label: names.junior, detail: t('The junior questions') },
    { level: 'mid', label: names.mid, detail: t('The junior and mid questions') },
    { level: 'senior', label: names.senior, detail: t('All questions') },
  ];
  const placeHolder = t('For an interview of which level?');
  return (await pickOne(items, { placeHolder }))?.level;
}
