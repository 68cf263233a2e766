import * as vscode from 'vscode';
import type { Question, Snippet } from '../../bank/model.ts';
import type { FilterOffer, NameFilter, Query, UnknownFilter } from '../../bank/query.ts';
import { offersFor, parseQuery, passesQuery } from '../../bank/query.ts';
import type { SearchId } from '../../bank/search-document.ts';
import type { Progress } from '../../study/progress.ts';
import type { LoadedBank } from '../services/services.ts';
import {
  difficultyLabels,
  levelLabels,
  moduleKindLabel,
  questionStateLabels,
  snippetStateLabels,
} from './labels.ts';
import { stateIcon } from '../ui/state-icon.ts';
import type { MatchedLine } from './matched-line.ts';
import { matchedCode, matchedLine } from './matched-line.ts';
import { questionFacts, snippetFacts, type IsDue } from './query-facts.ts';
import type { SearchThread } from '../services/search-thread.ts';

export interface SearchIndex {
  readonly bank: LoadedBank;
  readonly progress: Progress;
  readonly isDue: IsDue;
  readonly search: SearchThread;
}

export interface SearchResult {
  /** The first ones: as many as somebody reads. */
  readonly items: readonly SearchItem[];
  /** How many questions and snippets were found. */
  readonly count: number;
  /** A filter that does not exist. Where one was meant, the items are those that exist. */
  readonly unknown?: UnknownFilter;
}

export interface SearchItem extends vscode.QuickPickItem {
  readonly target: SearchTarget;
}

export type SearchTarget =
  | { readonly kind: 'question' | 'snippet'; readonly id: string }
  /** What the search box holds when it is chosen. */
  | { readonly kind: 'filter'; readonly query: string };

/** Nobody reads on, and VS Code takes long for more. */
const mostShown = 100;

/**
 * What a query finds, the best first; everything for an empty one.
 * @returns undefined when another query came before this one's turn
 */
export async function searchItems(
  text: string,
  index: SearchIndex,
): Promise<SearchResult | undefined> {
  const { bank, progress } = index;
  const query = parseQuery(text, (filter) => namesIn(bank, filter));
  const unknown = query.unknown.find(({ meant }) => meant !== undefined) ?? query.unknown[0];
  if (unknown?.meant !== undefined) {
    const items = offersFor(unknown.meant, unknown.values, (filter) => offeredIn(bank, filter))
      .slice(0, mostShown)
      .map((offer) =>
        filterItem(
          offer,
          text.replace(unknown.typed, () => offer.text),
        ),
      );
    return { items, count: 0, unknown };
  }
  const found = await findCards(query, index);
  if (!found) return undefined;
  const items = found.slice(0, mostShown).map(({ card, terms }) => {
    if (card.kind === 'snippet') return snippetItem(card.snippet, bank, progress, terms);
    return questionItem(card.question, progress, terms);
  });
  return { items, count: found.length, ...(unknown && { unknown }) };
}

type SearchedCard =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'snippet'; readonly snippet: Snippet };

interface FoundCard {
  readonly card: SearchedCard;
  /** What to look for in a line of it; undefined where no words were searched for. */
  readonly terms?: readonly string[];
}

async function findCards(
  query: Query,
  { bank, progress, isDue, search }: SearchIndex,
): Promise<FoundCard[] | undefined> {
  const passes = passerOf(query, bank, progress, isDue);
  if (query.words === '') {
    const questions = bank.questions.map((question): SearchedCard => ({
      kind: 'question',
      question,
    }));
    // Nobody who opens the search is to scroll over every snippet; who asks for some means them.
    const snippets =
      query.filters.length === 0
        ? []
        : bank.questions.flatMap((question) =>
            question.snippets.flatMap((id) => cardOf(`snippet:${id}`, bank) ?? []),
          );
    return [...questions, ...snippets].filter(passes).map((card) => ({ card }));
  }
  const hits = await search.find(query.words);
  return hits?.flatMap(({ id, terms }) => {
    const card = cardOf(id, bank);
    return card && passes(card) ? [{ card, terms }] : [];
  });
}

function cardOf(searchId: SearchId, bank: LoadedBank): SearchedCard | undefined {
  const [kind, id] = [searchId.split(':')[0], searchId.slice(searchId.indexOf(':') + 1)];
  if (kind === 'snippet') {
    const snippet = bank.snippet(id);
    return snippet && { kind, snippet };
  }
  const question = bank.question(id);
  return question && { kind: 'question', question };
}

function passerOf(
  query: Query,
  bank: LoadedBank,
  progress: Progress,
  isDue: IsDue,
): (card: SearchedCard) => boolean {
  if (query.filters.length === 0) return () => true;
  return (card) =>
    passesQuery(
      query,
      card.kind === 'snippet'
        ? snippetFacts(card.snippet, bank, progress, isDue)
        : questionFacts(card.question, bank, progress, isDue),
    );
}

/** What topics, tags and packs are called, ids and titles. */
function namesIn({ bank, questions }: LoadedBank, filter: NameFilter): readonly string[] {
  switch (filter) {
    case 'topic':
      return bank.topics.flatMap(({ id, title }) => [id, title]);
    case 'pack':
      return bank.topics.flatMap(({ pack }) => (pack ? [pack.id, pack.title] : []));
    case 'tag':
      return questions.flatMap(({ tags }) => tags);
  }
}

/** What is offered of them: ids where there are any, which nobody has to quote. */
function offeredIn({ bank, questions }: LoadedBank, filter: NameFilter): readonly string[] {
  switch (filter) {
    case 'topic':
      return bank.topics.map(({ id }) => id);
    case 'pack':
      return [...new Set(bank.topics.flatMap(({ pack }) => pack?.id ?? []))];
    case 'tag':
      return [...new Set(questions.flatMap(({ tags }) => tags))].toSorted();
  }
}

function questionItem(
  question: Question,
  progress: Progress,
  terms: readonly string[] | undefined,
): SearchItem {
  const state = progress.question(question);
  const detail = terms
    ? detailOf(matchedLine(question, terms, progress.note(question.id)))
    : question.tags.join(', ');
  return {
    target: { kind: 'question', id: question.id },
    label: question.title,
    iconPath: stateIcon(state),
    description: [levelLabels.get(question.level), questionStateLabels.get(state)].join(' · '),
    ...(detail && { detail }),
    ...found,
  };
}

const detailOf = (line: MatchedLine | undefined): string | undefined =>
  line?.isNote ? vscode.l10n.t('Your note: {0}', line.text) : line?.text;

function snippetItem(
  { id, title, difficulty, kind, code, question }: Snippet,
  bank: LoadedBank,
  progress: Progress,
  terms: readonly string[] | undefined,
): SearchItem {
  const state = progress.snippet(id);
  return {
    target: { kind: 'snippet', id },
    label: title,
    iconPath: stateIcon(state),
    description: [
      vscode.l10n.t('Snippet'),
      ...(kind === 'mjs' ? [moduleKindLabel(kind)] : []),
      difficultyLabels.get(difficulty),
      snippetStateLabels.get(state),
    ].join(' · '),
    detail: (terms && matchedCode(code, terms)) ?? bank.question(question)?.title ?? question,
    ...found,
  };
}

/** The search decides, also about words with typing errors. */
const found = { alwaysShow: true } as const;

function filterItem({ text, value }: FilterOffer, query: string): SearchItem {
  const description = labels.get(value);
  return {
    // What is typed next is a word of its own.
    target: { kind: 'filter', query: `${query.trimEnd()} ` },
    label: text,
    iconPath: new vscode.ThemeIcon('filter'),
    ...(description !== undefined && { description }),
    ...found,
  };
}

const labels = new Map<string, string>([...levelLabels, ...difficultyLabels]);
