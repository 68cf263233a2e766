import type { Question } from '../../bank/model.ts';
import type { Has, Is, QueryFacts } from '../../bank/query.ts';
import type { Progress } from '../../study/progress.ts';
import type { LoadedBank } from '../services/services.ts';

const day = 24 * 60 * 60 * 1000;

/** What the filters of a search can ask about a question. @param now milliseconds since 1970 */
export function queryFacts(
  question: Question,
  bank: LoadedBank,
  progress: Progress,
  now: number,
): QueryFacts {
  const topic = bank.topic(question.topic);
  return {
    level: question.level,
    topic: [question.topic, ...(topic ? [topic.title] : [])],
    pack: topic?.pack ? [topic.pack.id, topic.pack.title] : [],
    tags: question.tags,
    is: isOf(question, progress, now),
    has: hasOf(question, bank, progress),
  };
}

function isOf(question: Question, progress: Progress, now: number): Set<Is> {
  const state = progress.question(question);
  const is = new Set<Is>([state]);
  if (state === 'started' && now - progress.lastSeen(question.id) >= day) is.add('due');
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
