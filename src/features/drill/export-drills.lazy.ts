import * as vscode from 'vscode';
import type { DrillLevel } from '../../study/drill/drill-run.ts';
import type { ReadyDrill } from '../services/drills.ts';
import type { Services } from '../services/services.ts';
import { askForFile } from '../ui/ask-for-file.ts';
import { errorText } from '../ui/error-text.ts';
import { pickOne } from '../ui/pick-one.ts';
import { writeFile } from '../ui/write-file.ts';
import { drillLink } from './drill-link.ts';
import { drillPack } from './drill-pack.ts';
import { htmlSheet, markdownSheet, type SheetTexts } from './drill-sheet.ts';

type Format = 'html' | 'markdown' | 'pack';

/** Asks for a level, a number and a place, and writes programs with their solutions there. */
export async function exportDrills(services: Services): Promise<void> {
  const title = vscode.l10n.t('Export Drills');
  const level = await pickOne(
    ([1, 2, 3, 4] as const).map((one) => ({
      ...{ label: vscode.l10n.t('Level {0}', one), description: describe(one), value: one },
    })),
    { title, placeHolder: vscode.l10n.t('Select the level of the programs') },
  );
  if (!level) return;
  const count = await pickOne(
    [5, 10, 20].map((one) => ({ label: vscode.l10n.t('{0} programs', one), value: one })),
    { title, placeHolder: vscode.l10n.t('Select how many programs to generate') },
  );
  if (!count) return;
  const format = await pickOne(formats(), {
    ...{ title, placeHolder: vscode.l10n.t('Select the format') },
  });
  if (!format) return;
  const place = await placeOf(format.value, level.value);
  if (!place) return;
  try {
    const drills = await makeDrills(services, level.value, count.value);
    if (!drills) return;
    const { id } = services.context.extension;
    if (format.value === 'pack') await writePack(place, drills, level.value);
    else await writeSheet(place, format.value, drills, { id, level: level.value });
  } catch (error) {
    void vscode.window.showErrorMessage(errorText(error));
  }
}

const formats = (): readonly (vscode.QuickPickItem & { readonly value: Format })[] => [
  {
    label: vscode.l10n.t('Sheet to print'),
    description: vscode.l10n.t('HTML, with the solutions on separate pages'),
    value: 'html',
  },
  { label: vscode.l10n.t('Sheet as Markdown'), value: 'markdown' },
  {
    label: vscode.l10n.t('Pack'),
    description: vscode.l10n.t('snippets to predict, for everyone who opens this folder'),
    value: 'pack',
  },
];

/** The file of a sheet, or the folder of a pack, which is not there yet. */
async function placeOf(format: Format, level: DrillLevel): Promise<vscode.Uri | undefined> {
  const name = `nodejs-drills-level-${level}`;
  if (format !== 'pack') {
    const [ending, kind] = format === 'html' ? ['html', 'HTML'] : ['md', 'Markdown'];
    return askForFile({ title: vscode.l10n.t('Export Drills'), name, ending, kind });
  }
  const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
  if (!folder) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: a new pack is saved in its folder .loopwise.'),
    );
    return undefined;
  }
  for (let number = 1; ; number++) {
    const id = number === 1 ? name : `${name}-${number}`;
    const place = vscode.Uri.joinPath(folder.uri, '.loopwise', id);
    const isTaken = await vscode.workspace.fs.stat(place).then(
      () => true,
      () => false,
    );
    if (!isTaken) return place;
  }
}

/** Undefined for who cancels. */
async function makeDrills(
  services: Pick<Services, 'drills'>,
  level: DrillLevel,
  count: number,
): Promise<readonly ReadyDrill[] | undefined> {
  const drills = await services.drills.load();
  const abort = new AbortController();
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Generating and running programs'),
      cancellable: true,
    },
    async (progress, cancelled) => {
      cancelled.onCancellationRequested(() => abort.abort());
      // Two programs with the same code would be one exercise.
      const made = new Map<string, ReadyDrill>();
      while (made.size < count) {
        try {
          const drill = await drills.next({ level, quick: true }, abort.signal);
          made.set(drill.code, drill);
        } catch (error) {
          if (abort.signal.aborted) return undefined;
          throw error;
        }
        progress.report({ increment: 100 / count });
      }
      return [...made.values()];
    },
  );
}

async function writeSheet(
  file: vscode.Uri,
  format: 'html' | 'markdown',
  drills: readonly ReadyDrill[],
  { id, level }: { readonly id: string; readonly level: DrillLevel },
): Promise<void> {
  const programs = drills.map(({ code, kind, outputs, recipe }) => ({
    ...{ code, kind, outputs, link: drillLink(id, recipe) ?? '' },
  }));
  const write = format === 'html' ? htmlSheet : markdownSheet;
  await writeFile(file, write(programs, sheetTexts(level)));
  const open = vscode.l10n.t('Open');
  const print = vscode.l10n.t('Open in Browser to Print');
  const isLocal = file.scheme === 'file' && vscode.env.remoteName === undefined;
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t('The drills were saved as {0}.', vscode.workspace.asRelativePath(file)),
      ...(format === 'html' && isLocal ? [print, open] : [open]),
    )
    .then((chosen) => {
      if (chosen === print) void vscode.env.openExternal(file);
      if (chosen === open) void vscode.commands.executeCommand('vscode.open', file);
    });
}

async function writePack(
  folder: vscode.Uri,
  drills: readonly ReadyDrill[],
  level: DrillLevel,
): Promise<void> {
  const id = folder.path.slice(folder.path.lastIndexOf('/') + 1);
  for (const [path, text] of drillPack(id, level, drills)) {
    await writeFile(vscode.Uri.joinPath(folder, path), text);
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The drills were saved as the pack {0}: its snippets are in the view Predict.',
      vscode.workspace.asRelativePath(folder),
    ),
  );
}

const sheetTexts = (level: DrillLevel): SheetTexts => ({
  title: vscode.l10n.t('Node.js drills, level {0}', level),
  task: vscode.l10n.t('What does each program print? Write down the lines in order.'),
  program: vscode.l10n.t('Program {0}'),
  module: vscode.l10n.t('ES module'),
  race: vscode.l10n.t('Race: either of two orders is right'),
  solutions: vscode.l10n.t('Solutions'),
  either: vscode.l10n.t('or'),
  link: vscode.l10n.t('Open in Loopwise'),
  language: vscode.env.language,
});

function describe(level: DrillLevel): string {
  const [least, most] = ({ 1: [3, 5], 2: [5, 7], 3: [6, 9], 4: [8, 12] } as const)[level];
  return vscode.l10n.t('{0} to {1} printed lines', least, most);
}
