import type * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import type { Query } from '../../bank/query.ts';
import { parseQuery, passesQuery } from '../../bank/query.ts';
import type { Progress } from '../../study/progress.ts';
import type { LoadedBank } from '../services/services.ts';
import { levelLabels, questionStateLabels, stateIcon } from './labels.ts';
import { matchedLine } from './matched-line.ts';
import { queryFacts } from './query-facts.ts';
import type { SearchThread } from './search-thread.ts';

export interface SearchIndex {
  readonly bank: LoadedBank;
  readonly progress: Progress;
  readonly search: SearchThread;
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
): Promise<readonly QuestionItem[] | undefined> {
  const query = parseQuery(text);
  const passes = filterOf(query, bank, progress);
  if (query.words === '') {
    const shown = firstOf(bank.questions, passes);
    return shown.map((question) => itemOf(question, progress, question.tags.join(', ')));
  }
  const hits = await search.find(query.words);
  if (!hits) return undefined;
  const found = hits.flatMap(({ questionId, terms }) => {
    const question = bank.question(questionId);
    return question ? [{ question, terms }] : [];
  });
  return firstOf(found, ({ question }) => passes(question)).map(({ question, terms }) =>
    itemOf(question, progress, matchedLine(question, terms, progress.note(question.id))),
  );
}

function filterOf(
  query: Query,
  bank: LoadedBank,
  progress: Progress,
): (question: Question) => boolean {
  if (query.filters.length === 0 && query.unknown.length === 0) return () => true;
  const now = Date.now();
  return (question) => passesQuery(query, queryFacts(question, bank, progress, now));
}

/** As many as are shown, and no look at the others. */
function firstOf<T>(all: readonly T[], passes: (one: T) => boolean): T[] {
  const first: T[] = [];
  for (const one of all) {
    if (first.length === mostShown) break;
    if (passes(one)) first.push(one);
  }
  return first;
}

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
