import type { Drill } from './drill.ts';
import { endsOnContest } from './ends-on-contest.ts';
import { headlinesOf } from './idle-headlines.ts';
import type { Program, Statement } from './program.ts';
import { recordRun } from './recorded-run.ts';
import { statementsIn } from './walk-program.ts';

/** So many programs back none has been wrong for the same beliefs. */
const signaturesBack = 10;
/** Of so many programs at most so many are about the same thing. */
const subjectsBack = 30;
const mostOfSubject = 4;

/** What is remembered of a program that was shown, to show something else next. */
export interface Shown {
  /** Which beliefs it catches: what has to be known to solve it. */
  readonly signature: string;
  /** What it is about, as a reader would say. */
  readonly subjects: readonly string[];
}

export function shownOf({ program, believed }: Pick<Drill, 'program' | 'believed'>): Shown {
  return {
    signature: [...believed.keys()].toSorted().join(' '),
    subjects: [...new Set(subjectsOf(program))],
  };
}

/**
 * Whether a program asks something else than those that were shown before it.
 *
 * @param shown the latest one last
 */
export function isFresh(
  drill: Pick<Drill, 'program' | 'believed'>,
  shown: readonly Shown[],
): boolean {
  const { signature, subjects } = shownOf(drill);
  if (shown.slice(-signaturesBack).some((one) => one.signature === signature)) return false;
  const recent = shown.slice(-(subjectsBack - 1)).flatMap((one) => one.subjects);
  return subjects.every(
    (subject) => recent.filter((other) => other === subject).length < mostOfSubject,
  );
}

function subjectsOf(program: Program): readonly string[] {
  return [
    ...headlinesOf(program).map(({ headline }) => headline),
    ...[...statementsIn(program)].flatMap((statement) => subjectOf(statement) ?? []),
    ...(endsOnContest(recordRun(program)) ? ['ends with a timeout'] : []),
    ...(program.body.some(({ do: what }) => what === 'await') ? ['top-level await'] : []),
  ];
}

function subjectOf(statement: Statement): string | undefined {
  if (statement.do === 'define') {
    return statement.value.is === 'settled' ? 'two chains of one promise' : 'a stored promise';
  }
  if (statement.do === 'repeat') return `repeats itself with ${statement.schedule}`;
  if (isImmediate(statement) && statement.body.some(isImmediate)) return 'immediates in immediates';
  return statement.do === 'block' || statement.do === 'emit' ? statement.do : undefined;
}

type Scheduling = Extract<Statement, { do: 'schedule' }>;

const isImmediate = (one: Statement): one is Scheduling =>
  one.do === 'schedule' && one.how === 'setImmediate';
