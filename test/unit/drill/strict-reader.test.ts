import assert from 'node:assert/strict';
import { advancedRulesIn } from '../../../src/drill/advanced-rules.ts';
import { noBeliefs } from '../../../src/drill/belief-set.ts';
import {
  call,
  chain,
  counting,
  evaluate,
  give,
  immediate,
  inline,
  microtask,
  plain,
  print,
  read,
  rejected,
  resolving,
  settled,
  then,
  tick,
  timeout,
  wait,
} from '../../../src/drill/build.ts';
import { nominal } from '../../../src/drill/chance.ts';
import { compose } from '../../../src/drill/compose.ts';
import { explore } from '../../../src/drill/explore.ts';
import { hasFlatQueue } from '../../../src/drill/flat-queue.ts';
import { withoutFreeLines } from '../../../src/drill/free-lines.ts';
import { labelsOf } from '../../../src/drill/labels-of.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import { doChainsMeet } from '../../../src/drill/meeting-chains.ts';
import { hasIdleAsync, hasIdleEmit } from '../../../src/drill/odd-code.ts';
import { printProgram } from '../../../src/drill/print-program.ts';
import type { Program, Statement } from '../../../src/drill/program.ts';
import { hasRaceShape } from '../../../src/drill/race-shape.ts';
import { randomFrom } from '../../../src/drill/random.ts';
import { recordRun } from '../../../src/drill/recorded-run.ts';
import { hasRepeatedBlock } from '../../../src/drill/repeated-block.ts';
import { runProgram } from '../../../src/drill/run-program.ts';
import { isSeenAsModule } from '../../../src/drill/visible-module.ts';

const script = (...body: Statement[]): Program => ({ kind: 'cjs', functions: [], body });
const module = (...body: Statement[]): Program => ({ kind: 'mjs', functions: [], body });
const linesOf = (program: Program): readonly string[] =>
  runProgram(program, noBeliefs, nominal).lines;
const job = (...body: Statement[]): Statement => chain(settled, then(...body));
const price = chain(settled, then(print('first'), give(settled)), then(print('second')));

describe('What a recorded run knows of a chain', () => {
  it('is which step put the next one into the queue, and in which turn of the loop each ran', () => {
    const { ran } = recordRun(script(counting('count', 2), immediate(immediate())));
    const [, one, other, outer, inner] = ran;
    assert.equal(ran.length, 5);
    assert.equal(one?.queuedBy?.phase, 'main');
    assert.equal(other?.by?.phase, 'main', 'the script called `then`');
    assert.equal(other.queuedBy, one);
    assert.deepEqual([one.turn, outer?.turn, inner?.turn], [0, 1, 2]);
  });
});

describe('A rule beyond the usual picture of the loop', () => {
  const rulesIn = (program: Program) => advancedRulesIn(program, [linesOf(program)]);

  it('is needed where the picture predicts something else', () => {
    const fifo = script(tick(print('a')), job(print('b')), immediate(print('c')), print('d'));
    assert.deepEqual(rulesIn(fifo), []);
    const returned = script(price, counting('count', 4));
    assert.deepEqual(rulesIn(returned), ['returning-a-promise-is-free']);
    const contest = read(timeout(0, print('timer')), immediate(print('immediate')));
    assert.deepEqual(rulesIn(script(contest)), ['timer-before-immediate']);
  });

  it('counts once, also if two believers predict the same', () => {
    const twice = script(price, counting('count', 4), immediate(print('a')));
    assert.equal(rulesIn(twice).length, 1);
    const both = module(tick(print('tick')), job(print('job')));
    assert.deepEqual(rulesIn(both), ['ticks-always-first'], 'ticks between jobs say the same here');
  });

  it('may be how long a function takes that is awaited', () => {
    const program: Program = {
      ...script(evaluate(call('outer')), counting('count', 3)),
      functions: [
        { name: 'inner', isAsync: true, body: [wait(plain), print('inner')] },
        { name: 'outer', isAsync: true, body: [wait(call('inner')), print('outer')] },
      ],
    };
    assert.deepEqual(rulesIn(program), ['an await of a call']);
    assert.deepEqual(rulesIn({ ...program, body: program.body.slice(0, 1) }), []);
  });

  it('is not what only one output of a race contradicts', () => {
    const race = script(timeout(0, print('timer')), immediate(print('immediate')));
    const { outputs } = explore(race, { outputs: 2, runs: 100 });
    assert.equal(outputs.length, 2);
    assert.deepEqual(advancedRulesIn(race, outputs), []);
  });
});

describe('Parts that meet', () => {
  const meet = (...body: Statement[]) => doChainsMeet(recordRun(script(...body)));

  it('are two chains of several microtasks that take turns', () => {
    assert.ok(meet(counting('one', 2), counting('other', 2)));
    assert.ok(meet(evaluate(inline(wait(plain), print('a'), wait(plain), print('b'))), price));
    assert.ok(!meet(counting('one', 3), job(print('single'))));
    assert.ok(!meet(counting('one', 2), immediate(counting('other', 2))), 'in other queues');
    const silent = chain(settled, then(), then());
    assert.ok(!meet(counting('one', 3), silent), 'nobody sees it');
  });

  it('are a phase that something joins which a later callback made', () => {
    assert.ok(
      !meet(timeout(0, immediate(print('late'))), immediate(print('waits'))),
      'it is due later',
    );
    const blocks: Statement = { do: 'block', ms: 20 };
    assert.ok(meet(timeout(0, immediate(print('late'))), immediate(print('waits')), blocks));
    assert.ok(meet(immediate(print('script')), tick(immediate(print('tick')))));
    assert.ok(!meet(immediate(print('a')), immediate(print('b'))), 'of one callback');
    const nested = (noun: string) => immediate(immediate(print(noun)));
    assert.ok(!meet(nested('a'), nested('b')), 'of two callbacks of one phase');
  });
});

describe('A queue that is only a queue', () => {
  it('has more than two microtasks that nothing comes before or after', () => {
    const flat = (...body: Statement[]) => hasFlatQueue(recordRun(script(...body)));
    const singles = [microtask(print('a')), job(print('b'))];
    assert.ok(!flat(...singles, counting('count', 2)));
    assert.ok(flat(...singles, job(print('c'))));
    assert.ok(flat(...singles, evaluate(inline(wait(plain), print('c')))), 'however it is spelled');
    assert.ok(!flat(...singles, job(print('c'), tick(print('d')))));
    assert.ok(!flat(...singles, immediate(job(print('c')))), 'which is another queue');
  });
});

describe('A block that is repeated', () => {
  it('schedules the same things, in whatever order', () => {
    const block = (one: string, other: string) => microtask(print(one), tick(print(other)));
    const turned = microtask(tick(print('c')), print('d'));
    assert.ok(hasRepeatedBlock(script(block('a', 'b'), turned)));
    assert.ok(!hasRepeatedBlock(script(block('a', 'b'), job(tick(print('c')), print('d')))));
    assert.ok(!hasRepeatedBlock(script(tick(print('a')), tick(print('b')))), 'lines are no blocks');
  });
});

describe('A module', () => {
  it('is seen as one by an import, or by an await at its top level', () => {
    assert.ok(!isSeenAsModule(module(job(print('a')))));
    assert.ok(isSeenAsModule(module(wait(plain), job(print('a')))));
    assert.ok(isSeenAsModule(module(read(print('a')))));
  });

  it('imports process for its ticks, unless something else shows what it is', () => {
    const ticks = [tick(print('a')), job(print('b'))];
    assert.match(printProgram(module(...ticks)), /^import process from 'node:process';\n/);
    assert.doesNotMatch(printProgram(module(...ticks, wait(plain))), /import/);
    assert.doesNotMatch(printProgram(module(...ticks, read(print('c')))), /node:process/);
    assert.doesNotMatch(printProgram(script(...ticks)), /import/);
  });
});

describe('Odd code', () => {
  it('is an async function that never waits', () => {
    const withBody = (...body: Statement[]): Program => ({
      ...script(evaluate(call('f'))),
      functions: [{ name: 'f', isAsync: true, body }],
    });
    assert.ok(hasIdleAsync(withBody(print('a'))));
    assert.ok(!hasIdleAsync(withBody(wait(plain), print('a'))));
    assert.ok(!hasIdleAsync(withBody(give(settled))));
  });

  it('is an event that only shows where listeners are called', () => {
    const listen = (...body: Statement[]): Statement => ({
      ...{ do: 'listen', emitter: 'bell', event: 'ring', listeners: [body] },
    });
    const emit: Statement = { do: 'emit', emitter: 'bell', event: 'ring' };
    assert.ok(hasIdleEmit(script(listen(tick(print('a'))), emit)));
    assert.ok(hasIdleEmit(script(listen(print('a')), microtask(emit))));
    assert.ok(!hasIdleEmit(script(listen(tick(print('a'))), microtask(emit))));
  });

  it('is an await that is written in two ways', () => {
    for (let seed = 0; seed < 60; seed++) {
      for (const level of [2, 4] as const) {
        const code = printProgram(compose(randomFrom(seed), { level }).program);
        assert.ok(
          !/await null/.test(code) || !/(?<!return )await Promise\.resolve/.test(code),
          code,
        );
      }
    }
  });
});

describe('A line that is given away', () => {
  const kept = (...body: Statement[]) => labelsOf(withoutFreeLines(script(...body), () => true));

  it('goes: one of the script, a lone callback', () => {
    const contest = [price, counting('count', 4)];
    const all = [print('start'), tick(print('tick')), ...contest, timeout(0, tick(print('deep')))];
    assert.deepEqual(kept(...all), labelsOf(script(...contest)));
  });

  it('stays if a rule is needed for it alone, or if an aim is', () => {
    const ticks = [microtask(print('a'), tick(print('b'))), counting('count', 2)];
    assert.deepEqual(kept(...ticks), labelsOf(script(...ticks)));
    const both = script(tick(print('tick')), counting('count', 2));
    const aimed = withoutFreeLines(both, () => true, 'promises-before-ticks');
    assert.deepEqual(aimed, both);
    assert.notDeepEqual(
      withoutFreeLines(both, () => true),
      both,
    );
  });

  it('stays if what is left would not do', () => {
    const program = script(print('start'), price, counting('count', 4));
    assert.equal(
      withoutFreeLines(program, () => false),
      program,
    );
  });

  it('leaves no callback empty', () => {
    const inside = script(immediate(tick(print('a')), microtask(print('b'))), price);
    assert.doesNotMatch(printProgram(withoutFreeLines(inside, () => true)), /\{\}/);
  });
});

describe('A race', () => {
  const shape = (...body: Statement[]): boolean => {
    const program = script(...body);
    const { outputs } = explore(program, { outputs: 2, runs: 300 });
    assert.equal(outputs.length, 2);
    return hasRaceShape(recordRun(program), outputs);
  };
  const racers = [timeout(0, print('timer')), immediate(print('immediate'))];

  it('has a shape if three callbacks of the loop change places', () => {
    assert.ok(!shape(...racers));
    assert.ok(!shape(timeout(0, print('timer'), tick(print('tick'))), ...racers.slice(1)));
    assert.ok(shape(...racers, tick(immediate(print('made later')))));
  });

  it('has none if a line on the console decides it, between two timers', () => {
    const inner = timeout(0, print('one'), immediate(print('immediate'), print('more')));
    const program = script(read(inner, tick(timeout(0, print('two')))), print('script'));
    const [script1, , , one] = recordRun(program).ran;
    assert.ok(script1 && one);
    const outputs = [
      ['script', 'one', 'immediate', 'more', 'two'],
      ['script', 'one', 'two', 'immediate', 'more'],
    ];
    const ran = recordRun(program);
    assert.ok(!hasRaceShape(ran, outputs));
    assert.ok(
      !hasRaceShape(ran, [outputs[0] ?? [], ['script', 'two', 'one', 'immediate', 'more']]),
    );
  });

  it('of level 4 has one, and needs a rule besides', function () {
    this.timeout(60_000);
    for (let seed = 1; seed <= 8; seed++) {
      const drill = makeDrill({ level: 4, seed, race: true });
      assert.ok(drill && hasRaceShape(recordRun(drill.program), drill.outputs), `${seed}`);
      assert.ok(advancedRulesIn(drill.program, drill.outputs).length > 0, drill.code);
    }
  });
});

describe('A resolver that is given a promise', () => {
  it('is written as a call, and takes two microtasks more', () => {
    const resolved = chain(resolving(settled, print('inside')), then(print('then')));
    const program = script(resolved, counting('count', 4));
    assert.equal(linesOf(program).join(' '), 'inside count 1 count 2 then count 3 count 4');
    assert.match(printProgram(program), /inside'\);\n {2}resolve\(Promise\.resolve\(\)\);\n\}\)/);
    const short = script(chain(resolving(rejected('no')), { via: 'catch', body: [print('a')] }));
    assert.match(printProgram(short), /new Promise\(\(resolve\) =>\s+resolve\(Promise\.reject/);
  });
});
