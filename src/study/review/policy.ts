import { levels, type Level } from '../../bank/levels.ts';
import { noonOf, reviewOnlyDays, studyDay, type StudyDay } from '../study-day.ts';
import { day, intervalAt, type Memory } from './memory.ts';

/** How the user wants to be asked. */
export interface Policy {
  /** The probability of recall at which a card is due, 0.7 to 0.97. */
  readonly retention: number;
  /** Cards that are new, and reviews, in a day. */
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  /** Has cards wait for nothing: see `waitsFor` in `review-queue.ts`. */
  readonly opensAll: boolean;
  readonly interview?: Interview;
}

/** Every card of the level and those below it, of whatever kind, is to be recalled twice before. */
export interface Interview {
  /** The beginning of its day where the user is, in milliseconds since 1970. */
  readonly at: number;
  readonly level: Level;
}

/** How often a card is to be recalled before an interview. */
export const wantedRecalls = 2;

/** The part of the time until an interview in which new cards are begun, so that each can be recalled again. */
const timeForNew = 0.6;

/** Whether the next interview asks for cards of a level. Without one, or afterwards, all are asked for. */
export function isWanted({ interview }: Policy, level: Level, { start }: StudyDay): boolean {
  return !interview || interview.at < start || isAsked(interview, level);
}

/** Whether an interview of a level asks for cards of another one. */
export function isAsked(interview: Interview, level: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(interview.level);
}

/**
 * When a card is due, in milliseconds since 1970: by FSRS, and earlier where an interview would come first.
 * It depends on the last review and not on the time that asks, so that what is due stays so until it is reviewed, or
 * until the interview is over: see `askedAt`.
 */
export function dueAt(memory: Memory, policy: Policy, level: Level): number {
  if (memory.stage !== 'review') return memory.due;
  const days = intervalAt(memory, policy.retention);
  return memory.last + Math.min(days, longestBefore(memory, policy, level)) * day;
}

/**
 * When a card is asked again: once it is due, but not before the next interview where that one does not ask for it.
 * From the day after an interview on, FSRS alone says when: what was to come before it can wait again.
 * Learning steps go on whatever is asked for.
 */
export function askedAt(memory: Memory, policy: Policy, level: Level, today: StudyDay): number {
  const due = dueAt(memory, isOver(policy, today) ? withoutInterview(policy) : policy, level);
  if (memory.stage !== 'review' || isWanted(policy, level, today)) return due;
  return Math.max(due, opensAt(policy, today) ?? due);
}

/** The day of the interview itself still belongs to it. */
const isOver = ({ interview }: Policy, { start }: StudyDay): boolean =>
  interview !== undefined && studyDay(noonOf(interview.at)).end <= start;

const withoutInterview = ({ interview: _, ...policy }: Policy): Policy => policy;

/** Whether a card that was begun is still to be recalled before the next interview, so that nothing may put it off. */
export function isMissing(
  memory: Memory,
  { interview }: Policy,
  level: Level,
  { start }: StudyDay,
): boolean {
  if (!interview || interview.at < start || !isAsked(interview, level)) return false;
  return memory.recalls < wantedRecalls;
}

/** When everything is asked for again: on the day of the next interview. Undefined when that day has begun, or no interview is planned. */
export function opensAt({ interview }: Policy, { start }: StudyDay): number | undefined {
  if (!interview || interview.at < start) return undefined;
  return studyDay(noonOf(interview.at)).start;
}

function longestBefore(memory: Memory, { interview }: Policy, level: Level): number {
  if (!interview || !isAsked(interview, level)) return Infinity;
  const left = Math.floor((interview.at - memory.last) / day);
  if (left < 1) return Infinity;
  const missing = Math.max(0, wantedRecalls - memory.recalls);
  return Math.max(1, Math.floor(left / (missing + 1)));
}

/**
 * How many new cards a day brings.
 * @param fresh how many cards of the interview's level were new this morning
 */
export function newCardsOn(policy: Policy, today: StudyDay, fresh: number): number {
  const days = daysForNew(policy, today);
  if (days === undefined) return policy.newPerDay;
  return days === 0 ? 0 : Math.max(policy.newPerDay, Math.ceil(fresh / days));
}

/**
 * How many new cards of one question a day brings: one, so that none gives away another one, and none where another of
 * its cards was reviewed; more where an interview leaves no day for each.
 * @param fresh how many of its cards were new this morning
 */
export function newOfQuestionOn(
  policy: Policy,
  today: StudyDay,
  { fresh, isReviewed }: { readonly fresh: number; readonly isReviewed: boolean },
): number {
  const days = daysForNew(policy, today);
  if (isReviewed && (days === undefined || fresh < days)) return 0;
  return days === undefined ? 1 : Math.ceil(fresh / Math.max(1, days));
}

/** The days, with this one, in which new cards are begun before the next interview; undefined where none is planned. */
function daysForNew({ interview }: Policy, { start }: StudyDay): number | undefined {
  if (!interview || interview.at < start) return undefined;
  const left = Math.ceil((interview.at - start) / day);
  if (left <= reviewOnlyDays) return 0;
  return Math.max(1, Math.floor((left - reviewOnlyDays) * timeForNew));
}
