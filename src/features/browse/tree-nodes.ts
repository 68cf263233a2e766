import type { Topic } from '../../bank/model.ts';
import type { CardId } from '../../study/event.ts';
import type { LoadedBank } from '../services/services.ts';
import type { CardKind } from './card-kind.ts';

export type TreeNode<Card> = GroupNode | TopicNode | CardNode<Card>;

/** Topics under one heading. */
export interface GroupNode {
  readonly kind: 'group';
  readonly title: string;
  readonly topics: readonly TopicNode[];
}

export interface TopicNode {
  readonly kind: 'topic';
  readonly topic: Topic;
  readonly parent: GroupNode | undefined;
}

export interface CardNode<Card> {
  readonly kind: 'card';
  /** Read by the commands of the menus; see command-argument.ts. */
  readonly cardId: CardId;
  readonly card: Card;
  readonly parent: TopicNode;
}

/** All nodes of a tree, whatever its filter. */
export interface TreeNodes<Card> {
  /** Groups, and topics that are in none. */
  readonly roots: readonly (GroupNode | TopicNode)[];
  readonly topics: readonly TopicNode[];
  /** In the order of the tree. */
  readonly cards: readonly CardNode<Card>[];
  readonly cardsOf: ReadonlyMap<TopicNode, readonly CardNode<Card>[]>;
  readonly nodeOf: ReadonlyMap<CardId, CardNode<Card>>;
}

export function treeNodes<Card extends { readonly id: string }>(
  bank: LoadedBank,
  kind: CardKind<Card>,
): TreeNodes<Card> {
  const { roots, topics } = groupTopics(bank.bank.topics);
  const parents = new Map(topics.map((parent) => [parent.topic.id, parent]));
  const cardsOf = new Map(topics.map((parent) => [parent, [] as CardNode<Card>[]]));
  for (const card of kind.cards(bank)) {
    const parent = parents.get(kind.topicOf(card, bank) ?? '');
    if (!parent) continue;
    cardsOf.get(parent)?.push({ kind: 'card', cardId: kind.cardId(card), card, parent });
  }
  const cards = [...cardsOf.values()].flat();
  const nodeOf = new Map(cards.map((node) => [node.cardId, node]));
  return { roots, topics, cards, cardsOf, nodeOf };
}

/** A single group would only be one more click, so it has no node. */
function groupTopics(all: readonly Topic[]): Pick<TreeNodes<never>, 'roots' | 'topics'> {
  const headings = new Set(all.map((topic) => headingOf(topic)));
  const groups = new Map<string, GroupNode & { topics: TopicNode[] }>();
  const roots: (GroupNode | TopicNode)[] = [];
  const topics: TopicNode[] = [];
  for (const topic of all) {
    const heading = headings.size > 1 ? headingOf(topic) : undefined;
    if (heading === undefined) {
      const node: TopicNode = { kind: 'topic', topic, parent: undefined };
      roots.push(node);
      topics.push(node);
      continue;
    }
    let group = groups.get(heading);
    if (!group) {
      group = { kind: 'group', title: heading, topics: [] };
      groups.set(heading, group);
      roots.push(group);
    }
    const node: TopicNode = { kind: 'topic', topic, parent: group };
    group.topics.push(node);
    topics.push(node);
  }
  return { roots, topics };
}

const headingOf = ({ group }: Topic): string | undefined => group;
