import type { Question, Snippet } from '../../bank/model.ts';
import type { Has, Is, QueryFacts } from '../../bank/query.ts';
import type { Progress } from '../../study/progress.ts';
import type { CardId } from '../../study/event.ts';
import type { LoadedBank } from '../services/services.ts';

export type IsDue = (card: CardId) => boolean;

/** What the filters of a search can ask about a question. @param isDue see `DueNow.ids` */
export function questionFacts(
  question: Question,
  bank: LoadedBank,
  progress: Progress,
  isDue: IsDue,
): QueryFacts {
  return {
    type: 'question',
    level: question.level,
    ...placeOf(question, bank),
    is: isOf(question, progress, isDue),
    has: hasOf(question, bank, progress),
  };
}

/** The same of a snippet, which has the topic, the pack and the tags of its question. */
export function snippetFacts(
  snippet: Snippet,
  bank: LoadedBank,
  progress: Progress,
  isDue: IsDue,
): QueryFacts {
  const is = new Set<Is>([progress.snippet(snippet.id)]);
  if (isDue(`snippet:${snippet.id}`)) is.add('due');
  const has = new Set<Has>();
  if (snippet.twin !== undefined) has.add('twin');
  if (snippet.race !== undefined) has.add('race');
  return {
    type: 'snippet',
    difficulty: snippet.difficulty,
    ...placeOf(bank.question(snippet.question), bank),
    is,
    has,
  };
}

function placeOf(
  question: Question | undefined,
  bank: LoadedBank,
): Pick<QueryFacts, 'topic' | 'pack' | 'tags'> {
  if (!question) return { topic: [], pack: [], tags: [] };
  const topic = bank.topic(question.topic);
  return {
    topic: [question.topic, ...(topic ? [topic.title] : [])],
    pack: topic?.pack ? [topic.pack.id, topic.pack.title] : [],
    tags: question.tags,
  };
}

function isOf(question: Question, progress: Progress, isDue: IsDue): Set<Is> {
  const state = progress.question(question);
  const is = new Set<Is>([state]);
  if (isDue(`question:${question.id}`)) is.add('due');
  if (progress.bookmarked(question.id)) is.add('bookmarked');
  const { snippets } = question;
  if (snippets.length > 0 && snippets.every((id) => progress.snippet(id) === 'solved')) {
    is.add('solved');
  }
  return is;
}

function hasOf(question: Question, bank: LoadedBank, progress: Progress): Set<Has> {
  const has = new Set<Has>();
  const snippets = question.snippets.flatMap((id) => bank.snippet(id) ?? []);
  if (snippets.length > 0) has.add('snippet');
  if (snippets.some(({ twin }) => twin !== undefined)) has.add('twin');
  if (snippets.some(({ race }) => race !== undefined)) has.add('race');
  if (question.diagrams.length > 0) has.add('diagram');
  if (progress.note(question.id) !== '') has.add('note');
  return has;
}
