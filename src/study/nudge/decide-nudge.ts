/** A moment at which somebody has just finished something, or has not begun yet. */
export type Break = 'tests' | 'build' | 'commit' | 'dayBegins';

/** What is known when one of them comes. Times are milliseconds since 1970, days numbers of days of study. */
export interface NudgeFacts {
  readonly now: number;
  readonly today: number;
  /** How many a day the user wants at most; 0 for none. */
  readonly perDay: number;
  readonly asked: Asked;
  /** Whether a question is on screen already. */
  readonly isAsking: boolean;
  readonly isFocused: boolean;
  readonly isDebugging: boolean;
  /** Whether a page of Loopwise is in front. */
  readonly isStudying: boolean;
  /** When a document was last changed in this window. */
  readonly typedAt: number | undefined;
}

/** What was asked on the last day on which something was. */
export interface Asked {
  readonly day: number;
  readonly count: number;
  readonly at: number;
  /** No more on that day. */
  readonly isEnough: boolean;
}

export const askedNothing: Asked = { day: 0, count: 0, at: 0, isEnough: false };

/** Why nothing is asked. */
export type Restraint =
  | 'off'
  | 'asking'
  | 'notToday'
  | 'enough'
  | 'justAsked'
  | 'away'
  | 'debugging'
  | 'studying'
  | 'typing';

/** Whoever has typed within so many milliseconds is in the middle of something. */
export const typingFor = 10_000;

/** Milliseconds between two questions, whatever is finished in between. */
export const restFor = 30 * 60_000;

/** Whether a question may be asked at a break; undefined when it may. */
export function restraint(moment: Break, facts: NudgeFacts): Restraint | undefined {
  const { now, today, perDay, asked, typedAt } = facts;
  if (perDay === 0) return 'off';
  if (facts.isAsking) return 'asking';
  if (asked.day === today) {
    if (asked.isEnough) return 'notToday';
    // The first minutes of a day are over once something was asked in it.
    if (asked.count >= perDay || (moment === 'dayBegins' && asked.count > 0)) return 'enough';
  }
  // A clock that was set back says nothing.
  if (asked.at <= now && now - asked.at < restFor) return 'justAsked';
  if (!facts.isFocused) return 'away';
  if (facts.isDebugging) return 'debugging';
  if (facts.isStudying) return 'studying';
  if (typedAt !== undefined && now - typedAt < typingFor) return 'typing';
  return undefined;
}

/** After a question was asked. */
export function afterAsking({
  now,
  today,
  asked,
}: Pick<NudgeFacts, 'now' | 'today' | 'asked'>): Asked {
  const count = asked.day === today ? asked.count + 1 : 1;
  return { day: today, count, at: now, isEnough: false };
}

/** Sessions before somebody is offered to be asked: a session is a day on which something was reviewed. */
export const sessionsBeforeOffer = 3;
