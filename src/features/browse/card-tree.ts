import * as vscode from 'vscode';
import type { Topic } from '../../bank/model.ts';
import type { CardId } from '../../study/event.ts';
import type { Progress } from '../../study/progress.ts';
import { context } from '../services/ids.ts';
import type { BankService, LoadedBank, Services } from '../services/services.ts';
import type { CardFilter, StoredFilter } from './card-filter.ts';
import type { CardKind } from './card-kind.ts';

export type TreeNode<Card> = TopicNode | CardNode<Card>;

export interface TopicNode {
  readonly kind: 'topic';
  readonly topic: Topic;
}

export interface CardNode<Card> {
  readonly kind: 'card';
  /** Read by the commands of the menus; see item-id.ts. */
  readonly cardId: CardId;
  readonly card: Card;
  readonly parent: TopicNode;
}

/** Topics and their cards, those that pass the filter. Loads the bank when it is first asked. */
export interface CardTree<Card> extends vscode.TreeDataProvider<TreeNode<Card>> {
  readonly onDidChangeTreeData: vscode.Event<TreeNode<Card>[] | undefined>;
  /** Every card in the order of the tree; none when the bank can't be read. */
  nodes(): Promise<readonly CardNode<Card>[]>;
  readonly isShown: (node: CardNode<Card>) => boolean;
  readonly stateOf: (node: CardNode<Card>) => string;
  dispose(): void;
}

/** What a card shows of the user's progress. */
interface Look {
  readonly state: string;
  readonly marks: readonly string[];
}

const newLook: Look = { state: '', marks: [] };

const sameLook = (a: Look, b: Look): boolean =>
  a.state === b.state && a.marks.join() === b.marks.join();

interface TreeServices extends Pick<Services, 'progress' | 'shownQuestion' | 'log'> {
  readonly bank: Pick<BankService, 'load' | 'onDidChange'>;
}

interface Loaded<Card> {
  readonly topics: readonly TopicNode[];
  readonly cards: readonly CardNode<Card>[];
  readonly cardsOf: ReadonlyMap<TopicNode, readonly CardNode<Card>[]>;
  readonly nodeOf: ReadonlyMap<CardId, CardNode<Card>>;
  readonly progress: Progress;
}

export function createCardTree<Card extends { readonly id: string }>(
  services: TreeServices,
  kind: CardKind<Card>,
  filter: Pick<StoredFilter, 'value' | 'onDidChange'>,
): CardTree<Card> {
  const { bank, progress, shownQuestion, log } = services;
  const changed = new vscode.EventEmitter<TreeNode<Card>[] | undefined>();
  /** What was told to the view; only cards that differ are told again. */
  const looks = new Map<CardId, Look>();
  let loaded: Loaded<Card> | undefined;
  let reading: Promise<Loaded<Card> | undefined> | undefined;
  /** The open question stays where it is, also when opening it ends its match with the filter. */
  let held: CardId | undefined;

  const read = async (): Promise<Loaded<Card> | undefined> => {
    try {
      const [loadedBank, folded] = await Promise.all([bank.load(), progress.load()]);
      loaded = nodesOf(loadedBank, folded, kind);
      for (const node of loaded.cards) looks.set(node.cardId, lookOf(node));
      void vscode.commands.executeCommand('setContext', context.bankBroken, false);
      return loaded;
    } catch (error) {
      reading = undefined;
      log.error(error instanceof Error ? error : String(error));
      void vscode.commands.executeCommand('setContext', context.bankBroken, true);
      return undefined;
    }
  };
  const load = (): Promise<Loaded<Card> | undefined> => (reading ??= read());
  const stateOf = (node: CardNode<Card>): string =>
    loaded ? kind.stateOf(node.card, loaded.progress) : '';
  const lookOf = (node: CardNode<Card>): Look => ({
    state: stateOf(node),
    marks: loaded ? kind.marksOf(node.card, loaded.progress) : [],
  });
  const passes = (node: CardNode<Card>, look: Look): boolean =>
    held === node.cardId || passesFilter(filter.value, kind.gradeOf(node.card), look);
  const isShown = (node: CardNode<Card>): boolean => passes(node, lookOf(node));

  /** Packs came, changed or went: everything may be another object now. */
  const readAgain = async (): Promise<void> => {
    if (!reading) return;
    reading = read();
    await reading;
    changed.fire(undefined);
  };

  const refresh = (cardIds: readonly CardId[]): void => {
    if (!loaded) return;
    const stale = new Set<TreeNode<Card>>();
    let comesOrGoes = false;
    for (const cardId of cardIds) {
      const node = loaded.nodeOf.get(cardId);
      if (!node) continue;
      const [before, now] = [looks.get(node.cardId) ?? newLook, lookOf(node)];
      if (sameLook(before, now)) continue;
      looks.set(node.cardId, now);
      const wasShown = passes(node, before);
      if (wasShown && node.cardId === `question:${shownQuestion.current}`) held = node.cardId;
      comesOrGoes ||= wasShown !== passes(node, now);
      // A topic says how many of its cards are finished, and its refresh includes theirs.
      stale.add(before.state === kind.finished || now.state === kind.finished ? node.parent : node);
    }
    if (comesOrGoes) changed.fire(undefined);
    else if (stale.size > 0) changed.fire([...stale]);
  };
  const release = (questionId?: string): void => {
    if (held === undefined || held === `question:${questionId}`) return;
    held = undefined;
    changed.fire(undefined);
  };

  const listeners = vscode.Disposable.from(
    changed,
    progress.onDidChange(refresh),
    bank.onDidChange(() => void readAgain()),
    shownQuestion.onDidShow(release),
    filter.onDidChange(() => {
      held = undefined;
      changed.fire(undefined);
    }),
  );

  const topicItem = (node: TopicNode): vscode.TreeItem => {
    const { topic } = node;
    const cards = loaded?.cardsOf.get(node) ?? [];
    const finished = cards.filter((card) => stateOf(card) === kind.finished).length;
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const few = (loaded?.topics.length ?? 0) <= 3;
    const count = `${finished}/${cards.length}`;
    const item = new vscode.TreeItem(topic.title, few ? Expanded : Collapsed);
    item.id = `topic:${topic.id}`;
    item.contextValue = 'topic';
    item.description = count;
    if (topic.pack) item.iconPath = new vscode.ThemeIcon('package');
    item.tooltip = topic.pack ? `${topic.pack.title}: ${topic.summary}` : topic.summary;
    item.accessibilityInformation = {
      label: [
        vscode.l10n.t('{0}, {1} of {2} finished', topic.title, finished, cards.length),
        ...(topic.pack ? [topic.pack.title] : []),
      ].join(', '),
    };
    return item;
  };

  return {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      const all = await load();
      if (!all) return [];
      const cardsOf = (topic: TopicNode) => all.cardsOf.get(topic) ?? [];
      if (node?.kind === 'card') return [];
      if (node) return cardsOf(node).filter(isShown);
      return all.topics.filter((topic) => cardsOf(topic).some(isShown));
    },
    getParent: (node) => (node.kind === 'card' ? node.parent : undefined),
    getTreeItem(node) {
      if (node.kind === 'topic') return topicItem(node);
      const { state, marks } = lookOf(node);
      const item = kind.item(node.card, state, marks);
      item.id = node.cardId;
      return item;
    },
    resolveTreeItem(item, node) {
      if (node.kind === 'card') item.tooltip = kind.tooltip(node.card, stateOf(node));
      return item;
    },
    nodes: async () => (await load())?.cards ?? [],
    isShown,
    stateOf,
    dispose: () => void listeners.dispose(),
  };
}

function nodesOf<Card extends { readonly id: string }>(
  bank: LoadedBank,
  progress: Progress,
  kind: CardKind<Card>,
): Loaded<Card> {
  const topics = bank.bank.topics.map((topic): TopicNode => ({ kind: 'topic', topic }));
  const parents = new Map(topics.map((parent) => [parent.topic.id, parent]));
  const cardsOf = new Map(topics.map((parent) => [parent, [] as CardNode<Card>[]]));
  for (const card of kind.cards(bank)) {
    const parent = parents.get(kind.topicOf(card, bank) ?? '');
    if (!parent) continue;
    cardsOf.get(parent)?.push({ kind: 'card', cardId: kind.cardId(card), card, parent });
  }
  const cards = [...cardsOf.values()].flat();
  const nodeOf = new Map(cards.map((node) => [node.cardId, node]));
  return { topics, cards, cardsOf, nodeOf, progress };
}

function passesFilter(
  { grades, states, marks = [] }: CardFilter,
  grade: string,
  { state, marks: given }: Look,
): boolean {
  return (
    (grades.length === 0 || grades.includes(grade)) &&
    (states.length === 0 || states.includes(state)) &&
    (marks.length === 0 || marks.some((mark) => given.includes(mark)))
  );
}
