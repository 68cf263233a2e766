import * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import type { Query } from '../../bank/query.ts';
import { parseQuery, passesQuery } from '../../bank/query.ts';
import type { Progress } from '../../study/progress.ts';
import type { LoadedBank } from '../services/services.ts';
import { levelLabels, questionStateLabels, stateIcon } from './labels.ts';
import type { MatchedLine } from './matched-line.ts';
import { matchedLine } from './matched-line.ts';
import { queryFacts } from './query-facts.ts';
import type { SearchThread } from './search-thread.ts';

export interface SearchIndex {
  readonly bank: LoadedBank;
  readonly progress: Progress;
  readonly search: SearchThread;
}

export interface SearchResult {
  /** The first ones: as many as somebody reads. */
  readonly items: readonly QuestionItem[];
  readonly count: number;
  /** A filter that means nothing, as it was typed. */
  readonly unknown?: string;
}

export interface QuestionItem extends vscode.QuickPickItem {
  readonly question: Question;
}

/** Nobody reads on, and VS Code takes long for more. */
const mostShown = 100;

/**
 * What a query finds, the best first; everything for an empty one.
 * @returns undefined when another query came before this one's turn
 */
export async function searchItems(
  text: string,
  { bank, progress, search }: SearchIndex,
): Promise<SearchResult | undefined> {
  const query = parseQuery(text);
  const [unknown] = query.unknown;
  if (unknown !== undefined) return { items: [], count: 0, unknown };
  const passes = filterOf(query, bank, progress);
  if (query.words === '') {
    const found = bank.questions.filter(passes);
    const items = found
      .slice(0, mostShown)
      .map((question) => itemOf(question, progress, question.tags.join(', ')));
    return { items, count: found.length };
  }
  const hits = await search.find(query.words);
  if (!hits) return undefined;
  const found = hits.flatMap(({ questionId, terms }) => {
    const question = bank.question(questionId);
    return question && passes(question) ? [{ question, terms }] : [];
  });
  const items = found
    .slice(0, mostShown)
    .map(({ question, terms }) =>
      itemOf(
        question,
        progress,
        detailOf(matchedLine(question, terms, progress.note(question.id))),
      ),
    );
  return { items, count: found.length };
}

function filterOf(
  query: Query,
  bank: LoadedBank,
  progress: Progress,
): (question: Question) => boolean {
  if (query.filters.length === 0) return () => true;
  const now = Date.now();
  return (question) => passesQuery(query, queryFacts(question, bank, progress, now));
}

const detailOf = (line: MatchedLine | undefined): string | undefined =>
  line?.isNote ? vscode.l10n.t('Your note: {0}', line.text) : line?.text;

function itemOf(question: Question, progress: Progress, detail: string | undefined): QuestionItem {
  const state = progress.question(question);
  return {
    question,
    label: question.title,
    iconPath: stateIcon(state),
    description: [levelLabels.get(question.level), questionStateLabels.get(state)].join(' · '),
    ...(detail && { detail }),
    // The search decides, also about words with typing errors.
    alwaysShow: true,
  };
}
