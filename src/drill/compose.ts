import type { BeliefId } from '../explain/beliefs.ts';
import type { ModuleKind } from '../bank/model.ts';
import { print, schedule } from './build.ts';
import { Subjects } from './labels.ts';
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

/** Whether a level has a motif against the belief. */
export function canAim(level: Level, aim: BeliefId): boolean {
  return motifs.some((motif) => motif.level <= level && motif.against.includes(aim));
}

/** A candidate: nobody has looked yet whether its output is certain, and whether it teaches anything. */
export function compose(random: Random, level: Level, aim?: BeliefId): Program {
  const kind = kindFor(random, aim);
  const making: Making = { random, level, kind, subjects: new Subjects(random) };
  const fitting = motifs.filter((motif) => fits(motif, making));
  const aimed = aim ? fitting.filter(({ against }) => against.includes(aim)) : [];
  const chosen = [
    ...(aimed.length > 0 ? [random.pick(aimed)] : []),
    ...random.shuffled(fitting),
  ].slice(0, random.pick(counts[level]));
  const parts = chosen.map((motif) => motif.make(making));
  return {
    kind,
    functions: parts.flatMap(({ functions = [] }) => functions),
    body: joined(parts, making),
  };
}

function kindFor(random: Random, aim: BeliefId | undefined): ModuleKind {
  if (aim === 'ticks-always-first') return 'mjs';
  const isCommonJs =
    aim !== undefined &&
    motifs.every(({ against, kind }) => kind === 'cjs' || !against.includes(aim));
  return isCommonJs || random.chance(0.66) ? 'cjs' : 'mjs';
}

const fits = (motif: Motif, { level, kind }: Making): boolean =>
  motif.level <= level && (motif.kind ?? kind) === kind;

/** The parts one after the other or mixed, with lines that the script itself prints. */
function joined(parts: readonly Part[], making: Making): readonly Statement[] {
  const { random, subjects, level } = making;
  const before = parts.filter(({ isLast }) => !isLast).map((part) => wrapped(part, making));
  const after = parts.filter(({ isLast }) => isLast).slice(0, 1);
  const body = random.chance(0.5) ? before.flat() : riffled(before, random);
  const first = random.chance(level === 1 ? 0.35 : 0.2) ? [print(subjects.next().noun)] : [];
  const end = after.length === 0 && random.chance(0.6) ? [print(subjects.next().noun)] : [];
  return [...first, ...body, ...end, ...after.flatMap(({ statements }) => statements)];
}

/** Some parts begin in a callback. */
function wrapped(part: Part, { random, subjects, level }: Making): readonly Statement[] {
  if (part.isTopLevel || !random.chance(wrapping[level])) return part.statements;
  const when = random.pick<Schedule>([
    { how: 'setTimeout', delay: 0 },
    { how: 'setTimeout', delay: 50 },
    { how: 'setImmediate' },
    { how: 'readFile' },
    { how: 'nextTick' },
  ]);
  const lead = random.chance(0.6) ? [print(subjects.next().noun)] : [];
  return [schedule(when, ...lead, ...part.statements)];
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
