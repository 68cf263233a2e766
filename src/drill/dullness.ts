import type { BeliefId } from '../explain/beliefs.ts';
import { noBeliefs } from './belief-set.ts';
import { nominal } from './chance.ts';
import { hasNeedlessWrapper } from './needless-wrapper.ts';
import { hasOverlongCount } from './overlong-count.ts';
import { hasSleepTail } from './sleep-tail.ts';
import { idleHeadlines } from './idle-headlines.ts';
import { isCrowded } from './crowd.ts';
import { labelsOf } from './labels-of.ts';
import { mutantsOf } from './mutants.ts';
import type { Program } from './program.ts';
import { callbacksIn, isQueued, recordRun } from './recorded-run.ts';
import type { RanProgram } from './recorded-run.ts';
import { endsOnContest } from './ends-on-contest.ts';
import { runProgram } from './run-program.ts';
import { turnedShare } from './turned-share.ts';
import { areTwoQueuesEnough, turnsOf, wrongReadersOf } from './wrong-readers.ts';

/** A reader with one shortcut is wrong in so many of the ways there are. */
const fewestWrongReaders = 3;
/** The same where the loop has but one callback to call: then the queues alone have to be hard. */
const fewestOfQueuesAlone = 4;
/** In so many places lines are printed in another order than they are read. */
const fewestTurns = 2;

/** So many of the pairs of lines are printed in another order than the code has them. */
const leastTurned = 0.2;

/** Why an experienced reader finds a program not worth reading. */
export type Dullness =
  | 'it reads like its output'
  | 'an ingredient decides nothing'
  | 'a headline decides nothing'
  | 'hardly any shortcut is wrong'
  | 'two queues explain it'
  | 'it is turned in one place'
  | 'it ends on a timeout against an immediate'
  | 'sleeps add lines at the end'
  | 'a wrapper does nothing'
  | 'a count is too long'
  | 'too much at a time';

type Check = readonly [Dullness, () => boolean];

/** What a program is about. */
export interface About {
  /** What is hard about it is the race. */
  readonly races?: boolean;
  readonly leadsAgainst?: readonly BeliefId[];
}

/** The first reason for which a program is dull, if there is any. */
export function dullnessOf(program: Program, about: About = {}): Dullness | undefined {
  return checksOf(program, about).find(([, isDull]) => isDull())?.[0];
}

/** The cheap ones first. */
function checksOf(program: Program, { races = false, leadsAgainst = [] }: About): readonly Check[] {
  const ran = recordRun(program);
  const lines = ran.lines.map(({ text }) => text);
  return [
    [
      'it reads like its output',
      () => !races && turnedShare(labelsOf(program), lines) < leastTurned,
    ],
    ['it is turned in one place', () => turnsOf(program, ran) < fewestTurns],
    ['two queues explain it', () => areTwoQueuesEnough(ran, [lines])],
    ['an ingredient decides nothing', () => !races && hasIdleIngredient(program, lines)],
    [
      'it ends on a timeout against an immediate',
      () => !races && !leadsAgainst.includes('timer-before-immediate') && endsOnContest(ran),
    ],
    ['too much at a time', () => isCrowded(program, ran)],
    ['a count is too long', () => hasOverlongCount(ran)],
    ['sleeps add lines at the end', () => hasSleepTail(program, ran)],
    ['a wrapper does nothing', () => hasNeedlessWrapper(program, lines)],
    [
      'hardly any shortcut is wrong',
      () => !races && wrongReadersOf(program, ran).length < fewestWrongOf(ran),
    ],
    ['a headline decides nothing', () => idleHeadlines(program, lines).length > 0],
  ];
}

function fewestWrongOf({ script }: RanProgram): number {
  const ofLoop = callbacksIn(script).filter((one) => !isQueued(one));
  return ofLoop.length > 1 ? fewestWrongReaders : fewestOfQueuesAlone;
}

const hasIdleIngredient = (program: Program, lines: readonly string[]): boolean =>
  mutantsOf(program).some(
    (mutant) => runProgram(mutant, noBeliefs, nominal).lines.join('\n') === lines.join('\n'),
  );
