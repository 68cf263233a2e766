import { AssertionError } from 'node:assert';
import { Console } from 'node:console';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import test from 'node:test';
import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Failure, HarnessEvent } from './protocol.ts';

/**
 * Runs beside the tests of a practice problem and writes down what becomes of each, before anything
 * else happens: an endless loop in one test takes nothing away from those before it, and is known by
 * the test that began. Reporters of `node:test` tell later, in turns of a loop that may never come.
 */
const { LOOPWISE_RESULTS: results = '', LOOPWISE_ONLY: only } = process.env;

// The tests exchange timers, and methods of arrays; what is used here is taken before.
const { hrtime } = process;
const { stringify } = JSON;
const tell = (event: HarnessEvent): void => appendFileSync(results, `${stringify(event)}\n`);
const now = (): number => Number(hrtime.bigint()) / 1e6;

/** As much of a value as a view of differences can show. */
const longest = 10_000;
const shown = (value: unknown): string =>
  inspect(value, { depth: 8, sorted: true, compact: false, breakLength: 80 }).slice(0, longest);

/** Comparisons of two values; the others say all in their message. */
const compares = /^(?:strictEqual|deepStrictEqual|equal|deepEqual|==|===)$/;

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: shown(error), stack: '' };
  const { message, stack = '' } = error;
  if (!(error instanceof AssertionError)) {
    const text = `${error.name}: ${message}`;
    return { message: text.slice(0, longest), stack: stack.slice(0, longest) };
  }
  const { operator, expected, actual, generatedMessage } = error;
  const isCompared = compares.test(operator) && !(operator === '==' && expected === true);
  // What Node.js makes of it has the difference in it, which the editor shows better.
  const [first = ''] = message.split('\n');
  return {
    message: (generatedMessage ? first.replace(/:$/, '') : message).slice(0, longest),
    stack: stack.slice(0, longest),
    ...(isCompared && { expected: shown(expected), actual: shown(actual) }),
  };
}

/** Thrown where no test waits for it; node:test fails the test that runs then. */
const strays: unknown[] = [];
process.on('uncaughtExceptionMonitor', (error) => strays.push(error));
process.on('unhandledRejection', (error) => strays.push(error));

process.on('beforeExit', () => tell({ kind: 'drained' }));

/** What the console prints goes to the events: the standard output has the reports of `node:test`. */
let room = 100_000;
const printing = new Writable({
  decodeStrings: false,
  write(chunk: string, _encoding, done) {
    if (room > 0) tell({ kind: 'printed', text: chunk.slice(0, room) });
    room -= chunk.length;
    done();
  },
});
globalThis.console = new Console(printing);

type Work = (context: unknown) => unknown;
const original = test.it as unknown as (name: string, work: Work) => unknown;
const observed = (name: string, work: Work): unknown => {
  if (only !== undefined && only !== name) return undefined;
  return original(name, async (context) => {
    strays.length = 0;
    tell({ kind: 'began', name });
    const start = now();
    try {
      await work(context);
      // What was rejected last is reported a turn later.
      await turn();
      if (strays.length > 0) throw strays[0];
      tell({ kind: 'passed', name, ms: now() - start });
    } catch (error) {
      tell({ kind: 'failed', name, ms: now() - start, ...failureOf(error) });
      throw error;
    }
  });
};
Object.assign(test, { it: observed });
syncBuiltinESMExports();

/** For the entry, which loads the tests: `entryCode`. */
Object.assign(globalThis, {
  loopwiseBroken: (error: unknown) => tell({ kind: 'broken', ...failureOf(error) }),
});
