import * as vscode from 'vscode';
import type { DrillLevel } from '../../study/drill/drill-run.ts';
import type { ReadyDrill } from '../services/drills.ts';
import type { Services } from '../services/services.ts';
import { askForFile } from '../ui/ask-for-file.ts';
import { errorText } from '../ui/error-text.ts';
import { pickOne } from '../ui/pick-one.ts';
import { writeFile } from '../ui/write-file.ts';
import { drillLink } from './drill-link.ts';
import { htmlSheet, markdownSheet, type SheetTexts } from './drill-sheet.ts';

export type SheetFormat = 'markdown' | 'html';

/** Asks for a level, a number and a place, and writes programs with their solutions there. */
export async function exportDrills(services: Services): Promise<void> {
  const level = await pickOne(
    ([1, 2, 3, 4] as const).map((one) => ({
      label: vscode.l10n.t('Level {0}', one),
      description: describe(one),
      level: one,
    })),
    { title: vscode.l10n.t('Export Drills'), placeHolder: vscode.l10n.t('How hard?') },
  );
  const count =
    level &&
    (await pickOne(
      [5, 10, 20].map((one) => ({ label: vscode.l10n.t('{0} programs', one), count: one })),
      { title: vscode.l10n.t('Export Drills'), placeHolder: vscode.l10n.t('How many?') },
    ));
  const format =
    count &&
    (await pickOne(
      [
        { label: vscode.l10n.t('HTML, to print'), ending: 'html', format: 'html' as const },
        { label: 'Markdown', ending: 'md', format: 'markdown' as const },
      ],
      { title: vscode.l10n.t('Export Drills') },
    ));
  if (!format) return;
  const file = await askForFile({
    title: vscode.l10n.t('Export Drills'),
    name: `nodejs-drills-level-${level.level}`,
    ending: format.ending,
    kind: format.format === 'html' ? 'HTML' : 'Markdown',
  });
  if (!file) return;
  try {
    const text = await sheetText(services, level.level, count.count, format.format);
    if (text === undefined) return;
    await writeFile(file, text);
    void offerToOpen(file, format.format);
  } catch (error) {
    void vscode.window.showErrorMessage(errorText(error));
  }
}

/** The sheet as the text of a file; undefined for who cancels. */
export async function sheetText(
  services: Pick<Services, 'drills' | 'context'>,
  level: DrillLevel,
  count: number,
  format: SheetFormat,
): Promise<string | undefined> {
  const drills = await services.drills.load();
  const abort = new AbortController();
  const made = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Making programs and running each'),
      cancellable: true,
    },
    async (progress, cancelled) => {
      cancelled.onCancellationRequested(() => abort.abort());
      const all = new Map<string, ReadyDrill>();
      while (all.size < count && !abort.signal.aborted) {
        const drill = await drills
          .next({ level, quick: true }, abort.signal)
          .catch((error: unknown) => {
            if (abort.signal.aborted) return undefined;
            throw error;
          });
        if (drill) all.set(drill.recipe, drill);
        progress.report({ increment: 100 / count });
      }
      return [...all.values()];
    },
  );
  if (abort.signal.aborted) return undefined;
  const programs = made.map(({ code, outputs, recipe }) => ({
    ...{ code, outputs },
    link: drillLink(services.context.extension.id, recipe),
  }));
  const write = format === 'html' ? htmlSheet : markdownSheet;
  return write(programs, sheetTexts(level));
}

const sheetTexts = (level: DrillLevel): SheetTexts => ({
  title: vscode.l10n.t('Node.js drills, level {0}', level),
  task: vscode.l10n.t('What does each program print? Write down the lines in their order.'),
  program: vscode.l10n.t('Program {0}'),
  solutions: vscode.l10n.t('Solutions'),
  either: vscode.l10n.t('or'),
  link: vscode.l10n.t('Open in Loopwise'),
  language: vscode.env.language,
});

function describe(level: DrillLevel): string {
  const [least, most] = ({ 1: [3, 5], 2: [5, 7], 3: [6, 9], 4: [8, 12] } as const)[level];
  return vscode.l10n.t('{0} to {1} printed lines', least, most);
}

async function offerToOpen(file: vscode.Uri, format: SheetFormat): Promise<void> {
  const print = vscode.l10n.t('Open in Browser to Print');
  const open = vscode.l10n.t('Open');
  const isLocal = file.scheme === 'file' && vscode.env.remoteName === undefined;
  const choices = format === 'html' && isLocal ? [print, open] : [open];
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The drills were saved as {0}.', vscode.workspace.asRelativePath(file)),
    ...choices,
  );
  if (chosen === print) await vscode.env.openExternal(file);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', file);
}
