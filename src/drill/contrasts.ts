import { beliefOf, type BeliefId } from '../explain/beliefs.ts';
import type { Drill } from './drill.ts';
import { labelsByConstruct, type Construct } from './labels-by-construct.ts';

/** Two constructs that are taken for each other, and the belief that does it. */
export interface Contrast {
  readonly of: readonly [Construct, Construct];
  readonly belief: BeliefId;
}

/** All that a program can show side by side. */
export const contrasts: readonly Contrast[] = [
  { of: ['process.nextTick', 'then'], belief: 'promises-before-ticks' },
  { of: ['process.nextTick', 'queueMicrotask'], belief: 'tick-before-each-job' },
  { of: ['queueMicrotask', 'then'], belief: 'microtask-after-promises' },
  { of: ['setImmediate', 'process.nextTick'], belief: 'immediate-is-immediate' },
  { of: ['setTimeout', 'then'], belief: 'zero-before-microtasks' },
  { of: ['setTimeout', 'setImmediate'], belief: 'timer-before-immediate' },
  { of: ['setImmediate', 'then'], belief: 'queues-once-a-turn' },
  { of: ['await', 'then'], belief: 'await-goes-on' },
  { of: ['new Promise', 'then'], belief: 'executor-runs-later' },
  { of: ['finally', 'then'], belief: 'finally-is-last' },
  { of: ['Promise.all', 'then'], belief: 'all-is-free' },
  { of: ['emit', 'process.nextTick'], belief: 'emit-is-asynchronous' },
];

/** Those that a question of the bank teaches. */
export const contrastsOf = (question: string): readonly Contrast[] =>
  contrasts.filter(({ belief }) => beliefOf(belief).question === question);

/** A contrast as the log of a window and other threads name it, such as `setTimeout/setImmediate`. */
export const contrastName = ({ of }: Contrast): string => of.join('/');

export const contrastNamed = (name: string): Contrast | undefined =>
  contrasts.find((one) => contrastName(one) === name);

/**
 * Whether a program shows the difference: of a line that one construct prints and a line that the other
 * one prints, the belief predicts the wrong order.
 */
export function showsContrast({ program, outputs, believed }: Drill, contrast: Contrast): boolean {
  const [real = []] = outputs;
  const imagined = believed.get(contrast.belief);
  if (!imagined) return false;
  const labels = labelsByConstruct(program);
  const [one = [], other = []] = contrast.of.map((construct) => labels.get(construct));
  const isBefore = (lines: readonly string[], a: string, b: string) =>
    lines.indexOf(a) < lines.indexOf(b);
  return one.some((a) =>
    other.some((b) => a !== b && isBefore(real, a, b) !== isBefore(imagined, a, b)),
  );
}
