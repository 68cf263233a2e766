import * as vscode from 'vscode';
import { inSlices } from '../../collections/in-slices.ts';
import { createKnownLines } from '../../study/transfer/known-lines.ts';
import { readProgressFile, type Sound } from '../../study/transfer/progress-file.ts';
import type { ProgressService, Services } from '../services/services.ts';
import { errorText } from '../ui/error-text.ts';
import { reasonOf } from '../ui/reason-of.ts';
import { createTransferThread } from './transfer-thread.ts';

/** A year of study takes some ten of them. */
const largestMb = 200;

/** Lines that are appended in one go, each of them flushed to the disk: some hundred kilobytes. */
const atOnce = 1000;

/**
 * Adds what an export holds and the log lacks. Asks first, since a log is only appended to: what was imported stays.
 * @param file asks for one when absent
 */
export async function importProgress(
  { context, progress }: Pick<Services, 'context' | 'progress'>,
  file?: vscode.Uri,
): Promise<void> {
  const chosen = file ?? (await askForExport());
  if (!chosen) return;
  const name = vscode.workspace.asRelativePath(chosen);
  try {
    const sound = await readSound(chosen, name, context.extensionUri);
    const fresh = await newLines(progress, sound.lines);
    if (!(await isWanted(name, sound, fresh.length))) return;
    await adopt(progress, fresh, sound, name);
  } catch (error) {
    void vscode.window.showErrorMessage(errorText(error));
  }
}

async function askForExport(): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import Progress'),
      openLabel: vscode.l10n.t('Import'),
      filters: { JSON: ['json', 'jsonl'] },
    })) ?? [];
  return chosen;
}

/** @throws Error for the user, when nothing of the file can be imported */
async function readSound(file: vscode.Uri, name: string, extension: vscode.Uri): Promise<Sound> {
  const text = await textOf(file, name);
  const thread = createTransferThread(extension);
  const read = await readProgressFile(text, thread.formatted).finally(() => thread.dispose());
  if (read.kind === 'newer') {
    throw new Error(
      vscode.l10n.t(
        '{0} was exported by a newer version of Loopwise. Update Loopwise and import it again. Nothing was imported.',
        name,
      ),
    );
  }
  if (read.kind === 'tooLong') {
    throw new Error(
      vscode.l10n.t(
        '{0} was reformatted by another program, and it is too large to read that way. Import the file exactly as Export Progress… saved it. Nothing was imported.',
        name,
      ),
    );
  }
  if (read.kind === 'foreign') {
    throw new Error(
      vscode.l10n.t(
        "{0} isn't a Loopwise export. Choose a JSON file that Export Progress… saved. Nothing was imported.",
        name,
      ),
    );
  }
  if (read.lines.length === 0) {
    throw new Error(
      read.broken.length > 0 || read.isCutOff
        ? vscode.l10n.t(
            'Nothing in {0} can be read. Export your progress again on the machine that it came from. Nothing was imported.',
            name,
          )
        : vscode.l10n.t('{0} is empty: it holds no progress. Nothing was imported.', name),
    );
  }
  return read;
}

async function textOf(file: vscode.Uri, name: string): Promise<string> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > largestMb * 1024 * 1024) {
      throw new Error(vscode.l10n.t('It is larger than {0} MB.', largestMb));
    }
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    throw new Error(vscode.l10n.t("Couldn't read {0}. {1}", name, reasonOf(error)), {
      cause: error,
    });
  }
}

/** Those that the log lacks, as they are. */
async function newLines(
  progress: Pick<ProgressService, 'readLog'>,
  lines: readonly string[],
): Promise<readonly string[]> {
  const known = createKnownLines();
  try {
    await progress.readLog(({ id }, line) => known.addEvent(id, line), known.addLater);
  } catch (error) {
    throw new Error(
      vscode.l10n.t("Couldn't read your progress. {0} Nothing was imported.", reasonOf(error)),
      { cause: error },
    );
  }
  const fresh: string[] = [];
  await inSlices(lines, (line) => {
    if (known.lacks(line)) fresh.push(line);
  });
  return fresh;
}

/** Says what was found and what is new; true when that is to be added. */
async function isWanted(name: string, sound: Sound, fresh: number): Promise<boolean> {
  const trouble = troubleOf(name, sound);
  if (fresh === 0) {
    const known = vscode.l10n.t(
      'Nothing to import: your progress has everything in {0} already.',
      name,
    );
    await (trouble === undefined
      ? vscode.window.showInformationMessage(known)
      : vscode.window.showWarningMessage(`${trouble} ${known}`));
    return false;
  }
  const button =
    fresh === 1 ? vscode.l10n.t('Import 1 Event') : vscode.l10n.t('Import {0} Events', fresh);
  const question =
    fresh === 1
      ? vscode.l10n.t('Add 1 event from {0} to your progress?', name)
      : vscode.l10n.t('Add {1} events from {0} to your progress?', name, fresh);
  const stays = vscode.l10n.t(
    "Nothing counts twice. Where both have a note, a bookmark or a tick, the later one counts. What was reset or undone in the file is reset or undone here too. An import can't be undone.",
  );
  const detail = [periodOf(sound), stays].filter((text) => text !== undefined).join('\n\n');
  const chosen =
    trouble === undefined
      ? await vscode.window.showInformationMessage(question, { modal: true, detail }, button)
      : await vscode.window.showWarningMessage(
          trouble,
          { modal: true, detail: `${question}\n\n${detail}` },
          button,
        );
  return chosen === button;
}

/** What is wrong with the file, and that the rest is sound. */
function troubleOf(
  name: string,
  { broken, brokenAre, isCutOff, lines }: Sound,
): string | undefined {
  const damage = isCutOff
    ? vscode.l10n.t('{0} is cut off.', name)
    : damageText(name, broken, brokenAre);
  if (damage === undefined) return undefined;
  const readable =
    lines.length === 1
      ? vscode.l10n.t('1 event can still be read.')
      : vscode.l10n.t('{0} events can still be read.', lines.length);
  return [...[damage, readable], vscode.l10n.t('Export your progress again to get the rest.')].join(
    ' ',
  );
}

function damageText(
  name: string,
  broken: Sound['broken'],
  brokenAre: Sound['brokenAre'],
): string | undefined {
  const [first] = broken;
  if (first === undefined) return undefined;
  if (brokenAre === 'entries') {
    return broken.length === 1
      ? vscode.l10n.t('Entry {1} of {0} is damaged.', name, first)
      : vscode.l10n.t(
          '{1} entries of {0} are damaged; the first is number {2}.',
          ...[name, broken.length, first],
        );
  }
  return broken.length === 1
    ? vscode.l10n.t('Line {1} of {0} is damaged.', name, first)
    : vscode.l10n.t(
        '{1} lines of {0} are damaged; the first is line {2}.',
        ...[name, broken.length, first],
      );
}

function periodOf({ from, to }: Sound): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const [first, last] = [dayText(from), dayText(to)];
  return first === last
    ? vscode.l10n.t('The events in the file are from {0}.', first)
    : vscode.l10n.t('The events in the file are from {0} to {1}.', first, last);
}

const dayText = (at: number): string =>
  new Date(at).toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });

async function adopt(
  progress: Pick<ProgressService, 'adopt'>,
  lines: readonly string[],
  { later }: Sound,
  name: string,
): Promise<void> {
  let added = 0;
  let failure: unknown;
  const add = async (
    isCancelled: () => boolean,
    report: (percent: number) => void,
  ): Promise<boolean> => {
    while (added < lines.length && !isCancelled()) {
      const part = lines.slice(added, added + atOnce);
      try {
        await progress.adopt(part);
      } catch (error) {
        failure = error;
        return false;
      }
      added += part.length;
      report((100 * part.length) / lines.length);
    }
    return added < lines.length;
  };
  const cancelled = await (lines.length <= atOnce
    ? add(
        () => false,
        () => undefined,
      )
    : vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Importing progress'),
          cancellable: true,
        },
        (bar, token) =>
          add(
            () => token.isCancellationRequested,
            (increment) => bar.report({ increment }),
          ),
      ));
  const counts = [added, lines.length, name] as const;
  if (failure !== undefined) {
    throw new Error(
      vscode.l10n.t(
        "Couldn't save your progress. {3} {0} of {1} events were imported. Import {2} again once that is fixed: nothing counts twice.",
        ...counts,
        reasonOf(failure),
      ),
    );
  }
  if (cancelled) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The import was canceled: {0} of {1} events were imported. To add the rest, import {2} again.',
        ...counts,
      ),
    );
    return;
  }
  const done =
    added === 1
      ? vscode.l10n.t('1 event was imported from {0}.', name)
      : vscode.l10n.t('{1} events were imported from {0}.', name, added);
  const kept = vscode.l10n.t(
    'Some are from a newer version of Loopwise: they are kept, and count once you have updated.',
  );
  void vscode.window.showInformationMessage(later > 0 ? `${done} ${kept}` : done);
}
