import type { BeliefId } from '../explain/beliefs.ts';
import type { ModuleKind } from '../bank/model.ts';
import { print, schedule } from './build.ts';
import { Subjects } from './labels.ts';
import { labelsOf } from './labels-of.ts';
import type { Level, Making, Motif, Part } from './motif.ts';
import { motifs } from './motifs.ts';
import type { Program, Schedule, Statement } from './program.ts';
import { randomFrom, type Random } from './random.ts';

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
const blocking = 0.15;

/** How often the leading motif counts microtasks: nearly half of the motifs do, and those programs are tedious. */
const countingLeads = 0.22;

/** How often a program whose leading motif doesn't count may do so besides. */
const counting = 0.08;

/** How often two parts share a callback, from level 3 on. */
const sharing = 0.35;

/** A program whose output nobody knows yet. */
export interface Candidate {
  readonly program: Program;
  /** What the lines of each of its parts print. */
  readonly parts: () => readonly (readonly string[])[];
  /** Its question is what happens last, such as the callback of a file. */
  readonly leadsLast: boolean;
  /** What its leading motif can show to be wrong. */
  readonly leadsAgainst: readonly BeliefId[];
}

/** What a program is to be. */
export interface Wish {
  readonly level: Level;
  readonly aim?: BeliefId;
  readonly race?: true;
  /**
   * A seed that chooses the leading motif, and what may be beside it: among candidates at random the motif that
   * is most often fit would nearly always win.
   */
  readonly plan?: number;
  /** The same for the motifs beside it. */
  readonly beside?: number;
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
  const plan = planOf(wish.plan === undefined ? random : randomFrom(wish.plan), wish);
  const kind = plan.kind ?? (random.chance(0.66) ? 'cjs' : 'mjs');
  const making: Making = { random, level, kind, subjects: new Subjects(random) };
  const chosen = choose(making, wish, plan);
  const parts = chosen.map((motif) => motif.make(making));
  const program = {
    kind,
    functions: parts.flatMap(({ functions = [] }) => functions),
    body: joined(parts, making, plan.lead?.races === 'script'),
  };
  return {
    program,
    parts: () =>
      parts.map(({ functions = [], statements }) =>
        labelsOf({ kind, functions, body: statements }),
      ),
    leadsLast: plan.lead?.isLate === true,
    leadsAgainst: plan.lead?.against ?? [],
  };
}

/** What is decided before a candidate is made. */
interface Plan {
  /** Undefined only where the level has nothing that was wished for. */
  readonly lead: Motif | undefined;
  /** Undefined if it may be either. */
  readonly kind: ModuleKind | undefined;
  readonly mayBlock: boolean;
  readonly mayCount: boolean;
}

function planOf(random: Random, wish: Wish): Plan {
  const { level, aim } = wish;
  const wanted = aim === 'ticks-always-first' ? 'mjs' : undefined;
  const of = leadsFor(wish, random).filter(
    ({ kind = wanted }) => wanted === undefined || kind === wanted,
  );
  const [lead] = pickOf(random, of);
  // A second motif, against a belief, may need one as well.
  const isCommonJs =
    aim !== undefined && bestAgainst(aim, level, motifs).every(({ kind }) => kind === 'cjs');
  return {
    lead,
    kind: wanted ?? lead?.kind ?? (isCommonJs ? 'cjs' : undefined),
    mayBlock: random.chance(blocking),
    mayCount: random.chance(counting),
  };
}

/** The motifs one of which is to lead: what races, else what serves the aim, else all of the level. */
function leadsFor({ level, aim, race }: Wish, random: Random): readonly Motif[] {
  if (race) return motifs.filter((one) => one.races !== undefined && one.level <= level);
  const quiet = motifs.filter((one) => one.races === undefined);
  if (aim) return bestAgainst(aim, level, quiet);
  const own = quiet.filter((one) => isOf(level, one));
  const tedious = own.filter(({ counts }) => counts === true);
  return random.chance(Math.min(countingLeads, tedious.length / own.length))
    ? tedious
    : own.filter(({ counts }) => counts !== true);
}

/** The leading one first, then for a race what serves its aim, then any that show something else. */
function choose(making: Making, { level, aim, race, beside }: Wish, plan: Plan): readonly Motif[] {
  const { random } = making;
  const { lead, mayBlock, mayCount } = plan;
  const order = beside === undefined ? random : randomFrom(beside);
  const quiet = order
    .shuffled(motifs)
    .filter((one) => one.races === undefined && fits(one, making));
  const first = [
    ...(lead ? [lead] : []),
    ...(aim && race ? pickOf(random, bestAgainst(aim, level, quiet)) : []),
  ];
  const others = quiet.filter(
    (one) =>
      isOf(level, one) && (mayBlock || one.blocks !== true) && (mayCount || one.counts !== true),
  );
  const chosen: Motif[] = [];
  const count = random.pick(counts[level]);
  for (const one of [...first, ...others]) {
    if (chosen.length === count) break;
    const shown = new Set(chosen.flatMap(({ against }) => against));
    const isNew = one.against.length === 0 || one.against.some((belief) => !shown.has(belief));
    const isTedious = one.counts === true && chosen.some(({ counts }) => counts === true);
    if (isNew && !isTedious && !chosen.includes(one)) chosen.push(one);
  }
  return chosen;
}

const pickOf = (random: Random, of: readonly Motif[]): readonly Motif[] =>
  of.length > 0 ? [random.pick(of)] : [];

/** Motifs of lower levels only where the level has none. */
function bestAgainst(aim: BeliefId, level: Level, of: readonly Motif[]): readonly Motif[] {
  const fitting = of.filter(({ against }) => against.includes(aim));
  const own = fitting.filter((one) => isOf(level, one));
  return own.length > 0 ? own : fitting;
}

const fits = (motif: Motif, { level, kind }: Making): boolean =>
  motif.level <= level && (motif.kind ?? kind) === kind;

/** The parts one after the other or mixed, with lines that the script itself prints. */
function joined(
  parts: readonly Part[],
  making: Making,
  scriptRaces: boolean,
): readonly Statement[] {
  const { random, subjects, level } = making;
  const before = shared(
    parts.filter(({ isLast }) => !isLast),
    making,
  ).map((part) => grouped(wrapped(part, making)));
  const after = parts.filter(({ isLast }) => isLast).slice(0, 1);
  const body = (random.chance(0.5) ? before.flat() : riffled(before, random)).flat();
  // The first line takes longest: printed behind a timer it would decide the race.
  const first = random.chance(scriptRaces ? 0.7 : level === 1 ? 0.35 : 0.2) && !isPrint(body[0]);
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
  const isTooMuch = doBothAskForImmediates(one, other) || [one, other].some(readsFile);
  if (when.how === 'readFile' && isTooMuch) return parts;
  const both = riffled([grouped(one.statements), grouped(other.statements)], random).flat();
  // It stays where it is written: in another callback it would be the only thing there.
  const together: Part = { statements: [schedule(when, ...both)], isTopLevel: true };
  return [together, ...parts.filter((part) => part !== one && part !== other)];
}

/** A chain of immediates beside a timer against an immediate: four turns of the loop to follow in one callback. */
function doBothAskForImmediates(...parts: readonly Part[]): boolean {
  return parts.every(({ statements }) =>
    statements.some((one) => one.do === 'schedule' && one.how === 'setImmediate'),
  );
}

const readsFile = ({ statements }: Part): boolean =>
  statements.some((one) => one.do === 'schedule' && (one.how === 'readFile' || one.how === 'stat'));

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
