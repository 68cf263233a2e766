import fc from 'fast-check';
import type { Phase, Trace } from '../../../src/trace/model.ts';
import { TraceBuilder, type Script, type TaskOptions } from './trace-builder.ts';

interface Action {
  readonly kind: 'print' | 'schedule' | 'cancel' | 'settle' | 'call';
  readonly phase: Phase;
  readonly pick: number;
  readonly options: TaskOptions;
}

interface Turn {
  readonly pick: number;
  readonly actions: readonly Action[];
  readonly newTurn: boolean;
  readonly waits: number;
}

const schedulable: readonly Phase[] = [
  'nextTick',
  'microtask',
  'timers',
  'poll',
  'check',
  'close',
  'exit',
];

const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('print', 'print', 'schedule', 'schedule', 'cancel', 'settle', 'call'),
  phase: fc.constantFrom(...schedulable),
  pick: fc.nat(50),
  options: fc.record(
    {
      line: fc.integer({ min: 1, max: 40 }),
      delayMs: fc.nat(100),
      repeats: fc.boolean(),
      internal: fc.boolean(),
      pending: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});

const turn: fc.Arbitrary<Turn> = fc.record({
  pick: fc.nat(50),
  actions: fc.array(action, { maxLength: 6 }),
  newTurn: fc.boolean(),
  waits: fc.constantFrom(0, 0, 3, 25),
});

/** Traces that keep the rules of the contract; what happens in them makes no more sense than that. */
export const randomTrace: fc.Arbitrary<Trace> = fc
  .record({ main: fc.array(action, { maxLength: 8 }), turns: fc.array(turn, { maxLength: 25 }) })
  .map(({ main, turns }) => {
    const builder = new TraceBuilder();
    const world = new World();
    builder.main((script) => world.act(script, main));
    for (const { pick, actions, newTurn, waits } of turns) {
      const task = world.take(pick);
      if (task === undefined) continue;
      if (newTurn) builder.nextTurn();
      builder.run(task, (script) => world.act(script, actions), { waits });
    }
    return builder.build();
  });

/** What is scheduled and may still run. */
class World {
  private ready: number[] = [];
  private pending: number[] = [];
  private readonly repeating = new Set<number>();
  private printed = 0;

  act(script: Script, actions: readonly Action[], depth = 0): void {
    for (const { kind, phase, pick, options } of actions) {
      switch (kind) {
        case 'print':
          script.print(`line ${this.printed}`, options.line);
          this.printed += 1;
          break;
        case 'schedule':
          this.schedule(script, phase, options);
          break;
        case 'cancel':
          this.ready = this.ready.filter((task, index) => {
            const hit = index === pick;
            if (hit) script.cancel(task);
            return !hit;
          });
          break;
        case 'settle': {
          const [task] = this.pending.splice(pick, 1);
          if (task === undefined) break;
          script.settle(task);
          this.ready.push(task);
          break;
        }
        case 'call': {
          const task = depth < 2 ? this.take(pick) : undefined;
          // What repeats may be running right now.
          if (task !== undefined && !this.repeating.has(task))
            script.call(task, (inner) => this.act(inner, [], depth + 1));
        }
      }
    }
  }

  take(pick: number): number | undefined {
    const index = this.ready.length === 0 ? 0 : pick % this.ready.length;
    const task = this.ready[index];
    if (task !== undefined && !this.repeating.has(task)) this.ready.splice(index, 1);
    return task;
  }

  private schedule(script: Script, phase: Phase, options: TaskOptions): void {
    const repeats = phase === 'timers' && options.repeats === true;
    const pending = phase === 'microtask' && options.pending === true;
    const { line, delayMs, internal = false } = options;
    const task = script.schedule(phase, `api${phase}`, {
      internal,
      pending,
      repeats,
      ...(line === undefined ? {} : { line }),
      ...(phase === 'timers' && delayMs !== undefined ? { delayMs } : {}),
    });
    if (repeats) this.repeating.add(task);
    (pending ? this.pending : this.ready).push(task);
  }
}
