import * as vscode from 'vscode';
import type { CardId } from '../../study/event.ts';
import type { Progress } from '../../study/progress.ts';
import { context } from '../settings/ids.ts';
import type { Due } from '../services/due.ts';
import type { BankService, LoadedBank, Services } from '../services/services.ts';
import type { CardFilter, StoredFilter } from './card-filter.ts';
import type { CardKind, Row } from './card-kind.ts';
import type { CardNode, GroupNode, TopicNode, TreeNode, TreeNodes } from './tree-nodes.ts';
import { treeNodes } from './tree-nodes.ts';
import { asLogged } from '../ui/error-text.ts';

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
type Look = Pick<Row, 'state' | 'marks' | 'left'>;

/** How far somebody is in a topic or a group. */
interface Count {
  readonly description: string;
  readonly label: string;
  readonly all: number;
  /** A sentence about what the filter hides, if it hides anything. */
  readonly hidden: readonly string[];
}

const newLook: Look = { state: 'new', marks: [], left: 0 };

const sameLook = (a: Look, b: Look): boolean =>
  a.state === b.state && a.left === b.left && a.marks.join() === b.marks.join();

interface TreeServices extends Pick<Services, 'progress' | 'shownQuestion' | 'log'> {
  readonly due: Pick<Due, 'isDue' | 'onDidChange'>;
  readonly bank: Pick<BankService, 'load' | 'onDidChange'>;
}

interface Loaded<Card> extends TreeNodes<Card> {
  readonly bank: LoadedBank;
  readonly progress: Progress;
  /** What tells a card from another one that is called the same. */
  readonly apart: ReadonlyMap<CardId, string>;
  /** Where somebody begins who had done nothing yet when the bank was read. */
  readonly start: CardNode<Card> | undefined;
}

/** Cards of a topic that may be opened for whoever has not asked for it. */
const mostInSight = 10;

export function createCardTree<Card extends { readonly id: string }>(
  services: TreeServices,
  kind: CardKind<Card>,
  filter: Pick<StoredFilter, 'value' | 'onDidChange'>,
): CardTree<Card> {
  const { bank, progress, due, shownQuestion, log } = services;
  const changed = new vscode.EventEmitter<TreeNode<Card>[] | undefined>();
  /** What was told to the view; only cards that differ are told again. */
  const looks = new Map<CardId, Look>();
  let loaded: Loaded<Card> | undefined;
  let reading: Promise<Loaded<Card> | undefined> | undefined;
  /** The open question stays where it is, also when opening it ends its match with the filter. */
  let held: CardId | undefined;
  let begun = false;

  const read = async (): Promise<Loaded<Card> | undefined> => {
    try {
      const [loadedBank, loadedProgress] = await Promise.all([bank.load(), progress.load()]);
      const nodes = treeNodes(loadedBank, kind);
      begun = nodes.cards.some(({ card }) => kind.stateOf(card, loadedProgress) !== newLook.state);
      const start = begun ? undefined : nodes.nodeOf.get(kind.startWith);
      const apart = apartIn(nodes.cards, loadedBank, kind);
      loaded = { ...nodes, bank: loadedBank, progress: loadedProgress, apart, start };
      for (const node of loaded.cards) looks.set(node.cardId, lookOf(node));
      void vscode.commands.executeCommand('setContext', context.bankBroken, false);
      return loaded;
    } catch (error) {
      reading = undefined;
      log.error(asLogged(error));
      void vscode.commands.executeCommand('setContext', context.bankBroken, true);
      return undefined;
    }
  };
  const load = (): Promise<Loaded<Card> | undefined> => (reading ??= read());
  const stateOf = (node: CardNode<Card>): string =>
    loaded ? kind.stateOf(node.card, loaded.progress) : '';
  const dueMark = ({ cardId }: CardNode<Card>): readonly string[] =>
    due.isDue(cardId) ? ['due'] : [];
  const lookOf = (node: CardNode<Card>): Look => ({
    state: stateOf(node),
    marks: loaded ? [...kind.marksOf(node.card, loaded.progress), ...dueMark(node)] : [],
    left: loaded ? kind.leftOf(node.card, loaded.progress) : 0,
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
      // Topics and groups say how many of their cards are finished, and due; a refresh includes what is below.
      const isCounted =
        before.state === kind.finished ||
        now.state === kind.finished ||
        before.marks.includes('due') !== now.marks.includes('due');
      stale.add(isCounted ? (node.parent.parent ?? node.parent) : node);
      if (!begun && loaded.start) stale.add(loaded.start);
      begun = true;
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
    due.onDidChange(() => refresh(loaded?.cards.map(({ cardId }) => cardId) ?? [])),
    bank.onDidChange(() => void readAgain()),
    shownQuestion.onDidShow(release),
    filter.onDidChange(() => {
      held = undefined;
      changed.fire(undefined);
    }),
  );

  const shownCards = (node: TopicNode): CardNode<Card>[] =>
    (loaded?.cardsOf.get(node) ?? []).filter(isShown);
  /** What the filter shows is counted; the tooltip says how much it hides. */
  const countOf = (title: string, topics: readonly TopicNode[]): Count => {
    const cards = topics.flatMap(shownCards);
    const shown = cards.length;
    const finished = cards.filter((card) => stateOf(card) === kind.finished).length;
    const all = topics.flatMap((topic) => loaded?.cardsOf.get(topic) ?? []).length;
    const dueCards = cards.filter((card) => dueMark(card).length > 0).length;
    const dueText = dueCards === 0 ? [] : [vscode.l10n.t('{0} due', dueCards)];
    const description = [`${finished}/${shown}`, ...dueText].join(' · ');
    if (shown === all) {
      const label = vscode.l10n.t('{0}, {1} of {2} finished', title, finished, all);
      return { description, label: [label, ...dueText].join(', '), all, hidden: [] };
    }
    const label = vscode.l10n.t('{0}, {1} of {2} shown are finished', title, finished, shown);
    return {
      description,
      label: [label, ...dueText].join(', '),
      all,
      hidden: [vscode.l10n.t('The filter hides {0} of {1}.', all - shown, all)],
    };
  };

  const groupItem = (node: GroupNode): vscode.TreeItem => {
    const { title, topics } = node;
    const { description, label, hidden } = countOf(title, topics);
    const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
    item.id = `group:${topics[0]?.topic.id}`;
    item.contextValue = 'group';
    item.description = description;
    item.tooltip = [topics.map(({ topic }) => topic.title).join(' · '), ...hidden].join('\n');
    item.accessibilityInformation = { label: [label, ...hidden].join(', ') };
    return item;
  };
  const topicItem = (node: TopicNode): vscode.TreeItem => {
    const { topic } = node;
    const { description, label, all, hidden } = countOf(topic.title, [node]);
    const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
    const few = (loaded?.topics.length ?? 0) <= 3;
    // Where to start is said at a card, which has to be in sight, as the other topics have to be.
    const isStart = loaded?.start?.parent === node && all <= mostInSight;
    const item = new vscode.TreeItem(topic.title, few || isStart ? Expanded : Collapsed);
    item.id = `topic:${topic.id}`;
    item.contextValue = 'topic';
    item.description = description;
    if (topic.pack) item.iconPath = new vscode.ThemeIcon('package');
    const about = topic.pack ? `${topic.pack.title}: ${topic.summary}` : topic.summary;
    item.tooltip = [about, ...hidden].join('\n');
    item.accessibilityInformation = {
      label: [label, ...(topic.pack ? [topic.pack.title] : []), ...hidden].join(', '),
    };
    return item;
  };

  return {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      const all = await load();
      if (!all || node?.kind === 'card') return [];
      if (node?.kind === 'topic') return shownCards(node);
      const hasCards = (topic: TopicNode): boolean => shownCards(topic).length > 0;
      if (node) return node.topics.filter(hasCards);
      return all.roots.filter((root) =>
        root.kind === 'topic' ? hasCards(root) : root.topics.some(hasCards),
      );
    },
    getParent: (node) => (node.kind === 'group' ? undefined : node.parent),
    getTreeItem(node) {
      if (node.kind === 'group') return groupItem(node);
      if (node.kind === 'topic') return topicItem(node);
      const apart = loaded?.apart.get(node.cardId);
      const item = kind.item(node.card, {
        ...lookOf(node),
        isStart: !begun && node === loaded?.start,
        ...(apart !== undefined && { apart }),
      });
      item.id = node.cardId;
      return item;
    },
    resolveTreeItem(item, node) {
      if (node.kind === 'card' && loaded) {
        item.tooltip = kind.tooltip(node.card, stateOf(node), loaded.progress, loaded.bank);
      }
      return item;
    },
    nodes: async () => (await load())?.cards ?? [],
    isShown,
    stateOf,
    dispose: () => void listeners.dispose(),
  };
}

/** For cards that are called like another one; their ids where the rest is the same too. */
function apartIn<Card extends { readonly id: string }>(
  nodes: readonly CardNode<Card>[],
  bank: LoadedBank,
  kind: CardKind<Card>,
): Map<CardId, string> {
  const namesakes = withNamesakes(nodes, ({ card }) => kind.labelOf(card));
  const apart = new Map(namesakes.map(({ card, cardId }) => [cardId, kind.apart(card, bank)]));
  const alike = withNamesakes(
    namesakes,
    ({ card, cardId }) => `${kind.labelOf(card)}\n${apart.get(cardId)}`,
  );
  for (const { card, cardId } of alike) apart.set(cardId, card.id);
  return apart;
}

/** Those whose name another one has too. */
function withNamesakes<Node>(nodes: readonly Node[], nameOf: (node: Node) => string): Node[] {
  const counts = new Map<string, number>();
  const nameIn = (node: Node): string => nameOf(node).toLowerCase();
  for (const node of nodes) counts.set(nameIn(node), (counts.get(nameIn(node)) ?? 0) + 1);
  return nodes.filter((node) => (counts.get(nameIn(node)) ?? 0) > 1);
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
