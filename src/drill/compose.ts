import type { BeliefId } from '../explain/beliefs.ts';
import type { ModuleKind } from '../bank/model.ts';
import { print, schedule } from './build.ts';
import { Subjects } from './labels.ts';
import { labelsOf } from './labels-of.ts';
import type { Level, Making, Motif, Part } from './motif.ts';
import { motifs } from './motifs.ts';
import type { Program, Schedule, Statement } from './program.ts';
import type { Random } from './random.ts';

/** How many motifs a program is made of. */
const counts: Readonly<Record<Level, readonly number[]>> = {
  1: [1, 2],
  2: [1, 2, 2],
  3: [2, 2, 3],
  4: [2, 3, 3],
};

/** How often a part is moved into a callback. */
const wrapping: Readonly<Record<Level, number>> = { 1: 0, 2: 0.12, 3: 0.25, 4: 0.35 };

/** How often a program may end with a loop that keeps the thread busy; more often, they look alike. */
const blocking = 0.4;

/** How often a program may count microtasks: those that do are more often fit, and would be nearly all. */
const counting = 0.5;

/** How often two parts share a callback, from level 3 on. */
const sharing = 0.35;

/** A program whose output nobody knows yet. */
export interface Candidate {
  readonly program: Program;
  /** What the lines of each of its parts print. */
  readonly parts: readonly (readonly string[])[];
}

/** What a program is to be. */
export interface Wish {
  readonly level: Level;
  readonly aim?: BeliefId;
  readonly race?: true;
  /** Chooses the contest of a race: among candidates at random the one that is most often fit would nearly always win. */
  readonly contest?: number;
}

/** Whether a level has a motif against the belief. */
export function canAim(level: Level, aim: BeliefId): boolean {
  return motifs.some((motif) => motif.level <= level && motif.against.includes(aim));
}

/** Whether a motif against the belief belongs to the level itself: those of lower ones only add lines. */
export const suits = (level: Level, aim: BeliefId): boolean =>
  motifs.some(({ against, ...motif }) => against.includes(aim) && isOf(level, motif));

const isOf = (level: Level, { level: lowest, highest = level }: Pick<Motif, 'level' | 'highest'>) =>
  lowest <= level && level <= highest;

/** A candidate: nobody has looked yet whether its output is certain, and whether it teaches anything. */
export function compose(random: Random, wish: Wish): Candidate {
  const { level } = wish;
  const kind = kindFor(random, wish);
  const making: Making = { random, level, kind, subjects: new Subjects(random) };
  const chosen = choose(making, wish);
  const parts = chosen.map((motif) => motif.make(making));
  const program = {
    kind,
    functions: parts.flatMap(({ functions = [] }) => functions),
    body: joined(parts, making, wish.race === true),
  };
  return {
    program,
    parts: parts.map(({ functions = [], statements }) =>
      labelsOf({ kind, functions, body: statements }),
    ),
  };
}

/** One that serves the aim or races first, then any that show something else. */
function choose(making: Making, { level, aim, race, contest }: Wish): readonly Motif[] {
  const { random } = making;
  const fitting = motifs.filter((motif) => fits(motif, making));
  const quiet = fitting.filter(({ races }) => races !== true);
  const first = [
    ...(aim ? pickOf(random, bestAgainst(aim, level, quiet)) : []),
    ...(race ? raceFor(making, contest) : []),
  ];
  const [mayBlock, mayCount] = [random.chance(blocking), random.chance(counting)];
  const others = quiet.filter(
    (one) =>
      isOf(level, one) && (mayBlock || one.blocks !== true) && (mayCount || one.counts !== true),
  );
  const chosen: Motif[] = [];
  for (const one of [...first, ...random.shuffled(others)]) {
    const shown = new Set(chosen.flatMap(({ against }) => against));
    const isNew = one.against.length === 0 || one.against.some((belief) => !shown.has(belief));
    const isTedious = one.counts === true && chosen.some(({ counts }) => counts === true);
    if (isNew && !isTedious && !chosen.includes(one)) chosen.push(one);
  }
  return chosen.slice(0, random.pick(counts[level]));
}

function raceFor(making: Making, contest = making.random.below(2 ** 16)): readonly Motif[] {
  const contests = motifs.filter((motif) => motif.races === true && fits(motif, making));
  return contests.slice(contest % contests.length).slice(0, 1);
}

const pickOf = (random: Random, of: readonly Motif[]): readonly Motif[] =>
  of.length > 0 ? [random.pick(of)] : [];

/** Motifs of lower levels only where the level has none. */
function bestAgainst(aim: BeliefId, level: Level, of: readonly Motif[]): readonly Motif[] {
  const fitting = of.filter(({ against }) => against.includes(aim));
  const own = fitting.filter((one) => isOf(level, one));
  return own.length > 0 ? own : fitting;
}

function kindFor(random: Random, { level, aim }: Wish): ModuleKind {
  if (aim === 'ticks-always-first') return 'mjs';
  const isCommonJs =
    aim !== undefined && bestAgainst(aim, level, motifs).every(({ kind }) => kind === 'cjs');
  return isCommonJs || random.chance(0.66) ? 'cjs' : 'mjs';
}

const fits = (motif: Motif, { level, kind }: Making): boolean =>
  motif.level <= level && (motif.kind ?? kind) === kind;

/** The parts one after the other or mixed, with lines that the script itself prints. */
function joined(parts: readonly Part[], making: Making, races: boolean): readonly Statement[] {
  const { random, subjects, level } = making;
  const before = shared(
    parts.filter(({ isLast }) => !isLast),
    making,
  ).map((part) => grouped(wrapped(part, making)));
  const after = parts.filter(({ isLast }) => isLast).slice(0, 1);
  const body = (random.chance(0.5) ? before.flat() : riffled(before, random)).flat();
  // The first line takes longest: printed behind a timer it would decide the race.
  const first = random.chance(races ? 1 : level === 1 ? 0.35 : 0.2) && !isPrint(body[0]);
  const end = after.length === 0 && random.chance(0.6) && !isPrint(body.at(-1));
  return [
    ...(first ? [print(subjects.next().noun)] : []),
    ...body,
    ...(end ? [print(subjects.next().noun)] : []),
    ...after.flatMap(({ statements }) => statements),
  ];
}

const isPrint = (statement: Statement | undefined): boolean => statement?.do === 'print';

/** Two of the parts may be what one callback does: what runs next is another question there than in a script. */
function shared(parts: readonly Part[], making: Making): readonly Part[] {
  const { random, level } = making;
  const [one, other] = parts.filter(({ isTopLevel }) => !isTopLevel);
  if (level < 3 || !one || !other || !random.chance(sharing)) return parts;
  const when = random.pick<Schedule>([
    { how: 'readFile' },
    { how: 'setTimeout', delay: 0 },
    { how: 'setImmediate' },
  ]);
  const both = riffled([grouped(one.statements), grouped(other.statements)], random).flat();
  // It stays where it is written: in another callback it would be the only thing there.
  const together: Part = { statements: [schedule(when, ...both)], isTopLevel: true };
  return [together, ...parts.filter((part) => part !== one && part !== other)];
}

/** Some parts begin in a callback. */
function wrapped(part: Part, { random, subjects, level }: Making): readonly Statement[] {
  const { statements, isTopLevel } = part;
  if (isTopLevel || !random.chance(wrapping[level])) return statements;
  const [first] = statements;
  const readsFirst = first?.do === 'schedule' && (first.how === 'readFile' || first.how === 'stat');
  const when = random.pick<Schedule>([
    { how: 'setTimeout', delay: 0 },
    { how: 'setTimeout', delay: 50 },
    { how: 'setImmediate' },
    ...(readsFirst ? [] : [{ how: 'readFile' } as const]),
    { how: 'nextTick' },
  ]);
  // A callback that does nothing but schedule another one has no reason to be there.
  const hasLead = (statements.length === 1 || random.chance(0.6)) && !isPrint(first);
  const lead = hasLead ? [print(subjects.next().noun)] : [];
  return [schedule(when, ...lead, ...statements)];
}

/** A declaration stays with the statement after it, which uses it. */
function grouped(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const groups: Statement[][] = [];
  statements.forEach((statement, at) => {
    const before = statements[at - 1]?.do;
    const group = before === 'define' || before === 'listen' ? groups.at(-1) : undefined;
    if (group) group.push(statement);
    else groups.push([statement]);
  });
  return groups;
}

/** Mixes lists whose own order stays. */
function riffled<T>(lists: readonly (readonly T[])[], random: Random): readonly T[] {
  const turns = random.shuffled(lists.flatMap((list, at) => list.map(() => at)));
  const taken = lists.map(() => 0);
  return turns.flatMap((at) => {
    const next = taken[at] ?? 0;
    taken[at] = next + 1;
    return lists[at]?.slice(next, next + 1) ?? [];
  });
}
