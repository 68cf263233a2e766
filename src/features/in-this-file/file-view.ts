import * as vscode from 'vscode';
import { questionsInFile } from '../../code-topics/file-questions.ts';
import type { FilePlace } from '../../code-topics/file-questions.ts';
import { isCodeLanguage } from '../../code-topics/parse-code.ts';
import type { Question } from '../../bank/model.ts';
import type { CardId } from '../../study/event.ts';
import type { Progress, QuestionState } from '../../study/progress.ts';
import { command, context } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { asLogged } from '../ui/error-text.ts';
import { questionStateNames } from '../ui/grade-names.ts';
import { stateIcon } from '../ui/state-icon.ts';
import type { Readings } from './readings.ts';
import type { TopicsSource } from './topics.ts';

/** A question that the file touches; the commands of the menus read `cardId`. */
interface QuestionNode {
  readonly kind: 'question';
  readonly cardId: CardId;
  readonly label: string;
  readonly title: string;
  readonly state: QuestionState;
  readonly later: boolean;
  readonly places: readonly PlaceNode[];
}

interface PlaceNode {
  readonly kind: 'place';
  readonly uri: string;
  /** From 0. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** The line of code. */
  readonly text: string;
}

type FileNode = QuestionNode | PlaceNode;

/** The questions that the active file touches. */
export interface FileView {
  children(node: unknown): Promise<readonly FileNode[]>;
  item(node: unknown): vscode.TreeItem;
  dispose(): void;
}

/** Milliseconds without a change of the code before it is read anew. */
const pause = 400;
const mostPlaces = 50;
const mostLines = 5;

export function createFileView(
  services: Pick<Services, 'bank' | 'progress' | 'log'>,
  readings: Readings,
  topics: TopicsSource,
  view: vscode.TreeView<unknown>,
  changed: vscode.EventEmitter<unknown>,
): FileView {
  let document = activeCode();
  let nodes: readonly QuestionNode[] = [];
  let reading: Promise<void> | undefined;
  let outdated = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  tellOfFile();

  function tellOfFile(): void {
    void vscode.commands.executeCommand('setContext', context.fileRead, document !== undefined);
  }

  /** Takes over what is different, so that the view keeps what is the same. */
  async function update(): Promise<void> {
    outdated = false;
    const of = document;
    const found = of ? await read(of) : [];
    // Another file has become the active one meanwhile, which is read too.
    if (of !== document) return;
    const before = nodes;
    nodes = found.map((node) => before.find((one) => isSame(one, node)) ?? node);
    view.description = of?.uri.path.split('/').at(-1) ?? '';
    if (nodes.length !== before.length || nodes.some((node, at) => node !== before[at])) {
      changed.fire(undefined);
    }
  }

  async function read(of: vscode.TextDocument): Promise<QuestionNode[]> {
    try {
      const [found, bank, progress] = await Promise.all([
        readings.of(of),
        services.bank.load(),
        services.progress.load(),
      ]);
      // What was typed since moves the places: it is read after the next pause.
      if (!found || found.version !== of.version) return found ? [...nodes] : [];
      const mastery = (id: string): number => {
        const question = bank.question(id);
        return question ? masteryOf(question, progress) : 1;
      };
      return questionsInFile(found, found.topics.index, mastery).flatMap(({ id, places }) => {
        const question = bank.question(id);
        return question ? [nodeOf(of, question, progress, places)] : [];
      });
    } catch (error) {
      services.log.error(asLogged(error));
      return [];
    }
  }

  /** At once when somebody looks; otherwise when somebody does. */
  function ask(): void {
    clearTimeout(waiting);
    outdated = true;
    if (view.visible) reading = update();
  }

  function askAfterPause(): void {
    clearTimeout(waiting);
    outdated = true;
    waiting = setTimeout(ask, pause);
  }

  function follow(): void {
    const active = vscode.window.activeTextEditor;
    const next = active
      ? isOutput(active.document)
        ? document
        : activeCode()
      : document?.isClosed === true
        ? undefined
        : document;
    if (next === document) return;
    document = next;
    tellOfFile();
    ask();
  }

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidCloseTextDocument(follow),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) askAfterPause();
    }),
    services.progress.onDidChange((cards) => {
      if (cards.some((card) => card.startsWith('question:'))) ask();
    }),
    topics.onDidChange(ask),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && outdated) ask();
    }),
  );

  return {
    async children(node) {
      if (isNode(node)) return node.kind === 'question' ? node.places : [];
      if (reading === undefined) reading = update();
      await reading;
      return nodes;
    },
    item: (node) => (isNode(node) ? itemOf(node) : new vscode.TreeItem('')),
    dispose() {
      clearTimeout(waiting);
      listeners.dispose();
    },
  };
}

function activeCode(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isCodeLanguage(document.languageId) && !isOutput(document)
    ? document
    : undefined;
}

/** What the panel shows is a text editor too. */
const isOutput = ({ uri }: vscode.TextDocument) => uri.scheme === 'output';

const isNode = (node: unknown): node is FileNode =>
  typeof node === 'object' && node !== null && 'kind' in node;

const isSame = (one: QuestionNode, other: QuestionNode) =>
  JSON.stringify(one) === JSON.stringify(other);

/** Which part of what makes a question done is done. */
function masteryOf(question: Question, progress: Progress): number {
  if (progress.question(question) === 'done') return 1;
  const ticked = progress.ticked(question.id);
  const answers = progress.answers(question.id);
  const right = question.checks.filter(
    ({ id, choices }) => choices[answers.get(id) ?? -1]?.correct === true,
  );
  const points = question.keyPoints.filter(({ id }) => ticked.has(id));
  const all = question.checks.length + question.keyPoints.length;
  return all === 0 ? 0 : (right.length + points.length) / all;
}

function nodeOf(
  document: vscode.TextDocument,
  { id, title, label, ...rest }: Question,
  progress: Progress,
  places: readonly FilePlace[],
): QuestionNode {
  const lines = new Map<number, PlaceNode>();
  for (const { start, end } of places) {
    const from = document.positionAt(start);
    if (lines.has(from.line) || lines.size >= mostPlaces) continue;
    lines.set(from.line, {
      ...{ kind: 'place', uri: document.uri.toString(), line: from.line },
      ...{ from: from.character, to: from.character + end - start },
      text: document.lineAt(from.line).text.trim().slice(0, 200),
    });
  }
  return {
    ...{ kind: 'question', cardId: `question:${id}`, label: label ?? title, title },
    state: progress.question({ id, title, ...rest }),
    later: progress.askLater(id),
    places: [...lines.values()],
  };
}

function itemOf(node: FileNode): vscode.TreeItem {
  if (node.kind === 'place') {
    const item = new vscode.TreeItem(node.text);
    item.description = vscode.l10n.t('line {0}', node.line + 1);
    const { line, from, to } = node;
    item.command = {
      command: 'vscode.open',
      title: vscode.l10n.t('Go to Line'),
      arguments: [
        vscode.Uri.parse(node.uri),
        { selection: new vscode.Range(line, from, line, to) },
      ],
    };
    return item;
  }
  const { cardId, label, title, state, later, places } = node;
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  const lines = linesText(places);
  const marks = later ? [vscode.l10n.t('to ask later')] : [];
  item.id = cardId;
  item.description = [lines, ...marks].join(' · ');
  item.iconPath = stateIcon(state);
  item.contextValue = later ? 'question.later' : 'question';
  item.tooltip = title;
  item.accessibilityInformation = {
    label: [title, questionStateNames()[state], lines, ...marks].join(', '),
  };
  item.command = {
    command: command.openQuestion,
    title: vscode.l10n.t('Open Question'),
    arguments: [cardId.slice('question:'.length)],
  };
  return item;
}

function linesText(places: readonly PlaceNode[]): string {
  const numbers = places.slice(0, mostLines).map(({ line }) => line + 1);
  if (places.length > mostLines) return vscode.l10n.t('lines {0}, …', numbers.join(', '));
  return places.length === 1
    ? vscode.l10n.t('line {0}', numbers.join(', '))
    : vscode.l10n.t('lines {0}', numbers.join(', '));
}
