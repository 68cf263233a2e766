import * as vscode from 'vscode';
import { pickOne } from '../ui/pick-one.ts';
import { exists } from './exists.ts';
import { findFields } from './front-matter.ts';
import { idFrom, isId } from './id-from.ts';
import type { Packs } from './packs.ts';
import { newPack } from './new-pack.ts';
import { questionTemplate, snippetTemplate, topicTemplate } from './templates.ts';

const { fs } = vscode.workspace;

// Commands that make a pack, or a question or a snippet of one, from a template, and open it.

export { newPack };

export async function newQuestion(packs: Packs): Promise<void> {
  const pack = await choosePack(packs);
  if (!pack) return;
  const title = await askTitle(vscode.l10n.t('Enter the question, as an interviewer would ask it.'));
  if (title === undefined) return;
  const topic = await chooseTopic(pack);
  if (!topic) return;
  const folder = vscode.Uri.joinPath(pack, topic.id);
  const id = await askId(title, async (name) =>
    (await exists(vscode.Uri.joinPath(folder, `${name}.md`)))
      ? vscode.l10n.t('A question with that name already exists in this topic.')
      : undefined,
  );
  if (id === undefined) return;
  const file = vscode.Uri.joinPath(folder, `${id}.md`);
  await write(file, questionTemplate(title));
  const list = vscode.Uri.joinPath(folder, 'topic.yml');
  if (topic.isNew) await write(list, topicTemplate(topic.title, topic.order, id));
  else await addTo(list, id);
  await packs.refresh();
  await open(file);
}

export async function newSnippet(packs: Packs): Promise<void> {
  const question = await chooseQuestion(packs);
  if (!question) return;
  const title = await askTitle(vscode.l10n.t('Enter what the snippet is about.'));
  if (title === undefined) return;
  const kinds = [
    { label: 'CommonJS', ending: 'cjs' },
    { label: vscode.l10n.t('ES module'), ending: 'mjs' },
  ];
  const kind = await pickOne(kinds, {
    ignoreFocusOut: true,
    title: vscode.l10n.t('Select the module type'),
  });
  if (!kind) return;
  const folder = vscode.Uri.file(question.fsPath.replace(/\.md$/, ''));
  const id = await askId(title, async (name) => {
    const files = ['cjs', 'mjs'].map((ending) => vscode.Uri.joinPath(folder, `${name}.${ending}`));
    return (await Promise.all(files.map(exists))).some(Boolean)
      ? vscode.l10n.t('A snippet with that name already exists in this question.')
      : undefined;
  });
  if (id === undefined) return;
  const file = vscode.Uri.joinPath(folder, `${id}.${kind.ending}`);
  await write(file, snippetTemplate(title));
  await listSnippet(question, id);
  await packs.refresh();
  await open(file);
}

/** It stays open: whoever makes a snippet next wants the question beside it. */
const open = (file: vscode.Uri): Thenable<vscode.TextEditor> =>
  vscode.window.showTextDocument(file, { preview: false });

/** The pack of the active editor, else one of those that can be written; a new one is made whole. */
async function choosePack(packs: Packs): Promise<vscode.Uri | undefined> {
  await packs.refresh();
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = active && packs.rootOf(active);
  if (here && here.from !== 'extension') return here.folder;
  const writable = packs.roots.filter(({ from }) => from !== 'extension');
  const items = [
    ...(await Promise.all(
      writable.map(async ({ folder }) => ({
        ...(await named(vscode.Uri.joinPath(folder, 'pack.yml'), folder)),
        folder,
      })),
    )),
    ...newPackPlaces(),
  ];
  if (items.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: a new pack is saved in its folder .loopwise.'),
    );
    return undefined;
  }
  const chosen = await pickOne(items, {
    ignoreFocusOut: true,
    title: vscode.l10n.t('Select a pack'),
  });
  if (!chosen) return undefined;
  if (!('isNew' in chosen)) return chosen.folder;
  // It comes with its first question.
  await newPack(packs, chosen.folder);
  return undefined;
}

function newPackPlaces() {
  return (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map(({ uri, name }) => ({
      label: vscode.l10n.t('$(add) A new pack in {0}', name),
      folder: uri,
      isNew: true,
    }));
}

interface Topic {
  readonly id: string;
  readonly title: string;
  readonly order: number;
  readonly isNew: boolean;
}

async function chooseTopic(pack: vscode.Uri): Promise<Topic | undefined> {
  const entries = await fs.readDirectory(pack);
  const ids = entries.flatMap(([name, type]) =>
    type === vscode.FileType.Directory && !name.startsWith('.') ? [name] : [],
  );
  const add = { label: vscode.l10n.t('$(add) A new topic'), id: undefined };
  const topics = ids.map(async (id) => {
    const title = await titleOf(vscode.Uri.joinPath(pack, id, 'topic.yml'));
    return title === undefined ? { label: id, id } : { label: title, description: id, id };
  });
  const chosen =
    ids.length === 0
      ? add
      : await pickOne([...(await Promise.all(topics)), add], {
          ignoreFocusOut: true,
          title: vscode.l10n.t('Select a topic'),
          matchOnDescription: true,
        });
  if (chosen === undefined) return undefined;
  if (chosen.id !== undefined) {
    return { id: chosen.id, title: chosen.label, order: 0, isNew: false };
  }
  const title = await askTitle(vscode.l10n.t('Enter a name for the topic.'));
  if (title === undefined) return undefined;
  const id = idFrom(title) || 'topic';
  return { id, title, order: ids.length + 1, isNew: !ids.includes(id) };
}

/** The question of the active editor, else one of the packs. */
async function chooseQuestion(packs: Packs): Promise<vscode.Uri | undefined> {
  await packs.refresh();
  const questions: vscode.Uri[] = [];
  for (const { folder, from } of packs.roots) {
    if (from === 'extension') continue;
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '*/*.md'));
    for (const file of found) questions.push(file);
  }
  const active = vscode.window.activeTextEditor?.document.uri;
  const here = questions.find(({ fsPath }) => fsPath === active?.fsPath);
  if (here) return here;
  if (questions.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('A snippet belongs to a question in a pack, and none of your packs has a question yet.'),
    );
    return undefined;
  }
  const items = questions.map(async (uri) => ({ ...(await named(uri, uri)), uri }));
  const chosen = await pickOne(await Promise.all(items), {
    ignoreFocusOut: true,
    title: vscode.l10n.t('Select a question'),
    matchOnDescription: true,
  });
  return chosen?.uri;
}

/** A pick for a file or folder: its title, and where it is. */
async function named(file: vscode.Uri, place: vscode.Uri): Promise<vscode.QuickPickItem> {
  const path = vscode.workspace.asRelativePath(place);
  const title = await titleOf(file);
  return title === undefined ? { label: path } : { label: title, description: path };
}

async function titleOf(file: vscode.Uri): Promise<string | undefined> {
  const text = await read(file).catch(() => undefined);
  return text === undefined ? undefined : (await import('./topic-list.lazy.ts')).titleIn(text);
}

async function askTitle(title: string): Promise<string | undefined> {
  const text = await vscode.window.showInputBox({ title, ignoreFocusOut: true });
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** @param complain says what is wrong with a name that is well-formed */
function askId(
  title: string,
  complain: (name: string) => Promise<string | undefined>,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t("Enter an id. It can't be changed later."),
    value: idFrom(title),
    ignoreFocusOut: true,
    validateInput: (name) =>
      isId(name)
        ? complain(name)
        : vscode.l10n.t(
            'Use lowercase words and numbers with dashes between them, for example event-loop.',
          ),
  });
}

async function listSnippet(question: vscode.Uri, id: string): Promise<void> {
  const text = await read(question);
  const lines = text.split('\n');
  const fields = findFields('question', lines);
  if (!fields) return;
  const { addToList } = await import('./topic-list.lazy.ts');
  const matter = lines.slice(fields.first, fields.last + 1).join('\n');
  const rest = lines.slice(fields.last + 1).join('\n');
  await write(question, `---\n${addToList(matter, 'snippets', id)}${rest}`);
}

async function addTo(list: vscode.Uri, id: string): Promise<void> {
  const { addToList } = await import('./topic-list.lazy.ts');
  await write(list, addToList(await read(list), 'questions', id));
}

const read = async (file: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await fs.readFile(file)).replaceAll('\r\n', '\n');

const write = (file: vscode.Uri, text: string): Thenable<void> =>
  fs.writeFile(file, new TextEncoder().encode(text));
