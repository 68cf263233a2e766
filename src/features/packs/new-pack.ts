import * as vscode from 'vscode';
import { errorText } from '../ui/error-text.ts';
import { exists } from './exists.ts';
import { idFrom, isId } from './id-from.ts';
import { askSteps } from './input-steps.ts';
import type { InputStep } from './input-steps.ts';
import type { Packs } from './packs.ts';
import { packFiles } from './templates.ts';

const { fs } = vscode.workspace;

/**
 * Asks for all that a new pack needs, and only then writes it: a pack with one topic and one question,
 * without a mistake, which is opened.
 * @param chosen the workspace folder, where the user has chosen it already
 */
export async function newPack(packs: Packs, chosen?: vscode.Uri): Promise<void> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => uri.scheme === 'file' && (!chosen || uri.toString() === chosen.toString()),
  );
  const [only, ...more] = folders;
  if (!only) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: a new pack is saved in its folder .loopwise.'),
    );
    return;
  }
  await packs.refresh();
  const taken = new Set(await Promise.all(packs.roots.map(({ folder }) => idOf(folder))));
  const packFolder = (folder: string, id: string): vscode.Uri =>
    vscode.Uri.joinPath(vscode.Uri.parse(folder), '.loopwise', id);
  const folderOf = ({ folder = only.uri.toString() }: Readonly<Record<string, string>>) => folder;
  const answers = await askSteps(vscode.l10n.t('New Pack'), [
    ...(more.length > 0 ? [placeStep(folders)] : []),
    {
      ...{ kind: 'text', id: 'title' },
      prompt: vscode.l10n.t('Enter a name for the pack, as the tree shows it.'),
      example: vscode.l10n.t('Payments Team'),
      complain: requireText(vscode.l10n.t('Enter a name, for example "Payments Team".')),
    },
    {
      ...{ kind: 'text', id: 'id' },
      prompt: vscode.l10n.t("Enter an id. It can't be changed later: progress is stored under it."),
      example: 'payments-team',
      suggest: ({ title = '' }) => idFrom(title),
      complain: async (id, answered) => {
        if (!isId(id)) {
          return vscode.l10n.t(
            'Use lowercase words and numbers with dashes between them, for example payments-team.',
          );
        }
        return taken.has(id) || (await exists(packFolder(folderOf(answered), id)))
          ? vscode.l10n.t(
              'A pack with that id already exists. Enter another one, for example {0}-2.',
              id,
            )
          : undefined;
      },
    },
    {
      ...{ kind: 'text', id: 'topic' },
      prompt: vscode.l10n.t('Enter a name for its first topic. You can add more later.'),
      example: vscode.l10n.t('Webhooks'),
      complain: requireText(vscode.l10n.t('Enter a name, for example "Webhooks".')),
    },
    {
      ...{ kind: 'text', id: 'question' },
      prompt: vscode.l10n.t('Enter its first question, as an interviewer would ask it.'),
      example: vscode.l10n.t('How do you handle a webhook that arrives twice?'),
      complain: requireText(
        vscode.l10n.t(
          'Enter a question, for example "How do you handle a webhook that arrives twice?"',
        ),
      ),
    },
  ]);
  if (!answers) return;
  const { title = '', id = '', topic = '', question = '' } = answers;
  const files = packFiles({ id, title, topic, question });
  const folder = packFolder(folderOf(answers), id);
  const opened = await writeAll(folder, files);
  if (!opened) return;
  await packs.refresh();
  await vscode.window.showTextDocument(opened, { preview: false });
}

/** Of the pack in a folder. */
async function idOf(folder: vscode.Uri): Promise<string | undefined> {
  const file = vscode.Uri.joinPath(folder, 'pack.yml');
  const text = await fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  return /^id:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1];
}

const requireText =
  (complaint: string) =>
  (text: string): Promise<string | undefined> =>
    Promise.resolve(text === '' ? complaint : undefined);

function placeStep(folders: readonly vscode.WorkspaceFolder[]): InputStep {
  return {
    ...{ kind: 'pick', id: 'folder' },
    prompt: vscode.l10n.t('Select a folder for the pack'),
    items: folders.map(({ name, uri }) => ({
      label: name,
      description: vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '.loopwise')),
      value: uri.toString(),
    })),
  };
}

/**
 * Writes the files of a folder that does not exist yet: all, or none.
 * @returns the question; undefined after the user was told why there is none
 */
async function writeAll(
  folder: vscode.Uri,
  files: ReadonlyMap<string, string>,
): Promise<vscode.Uri | undefined> {
  let last: vscode.Uri | undefined;
  try {
    for (const [path, text] of files) {
      last = vscode.Uri.joinPath(folder, path);
      await fs.writeFile(last, new TextEncoder().encode(text));
    }
    return last;
  } catch (error) {
    await fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
    const place = vscode.workspace.asRelativePath(folder);
    void vscode.window.showErrorMessage(
      vscode.l10n.t("Couldn't save {0}: {1}.", place, errorText(error)),
    );
    return undefined;
  }
}
