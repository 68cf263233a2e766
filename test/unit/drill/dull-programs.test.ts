import assert from 'node:assert/strict';
import {
  call,
  chain,
  counting,
  evaluate,
  immediate,
  inline,
  microtask,
  plain,
  print,
  read,
  repeat,
  settled,
  sleep,
  then,
  tick,
  timeout,
  wait,
} from '../../../src/drill/build.ts';
import { isCrowded } from '../../../src/drill/crowd.ts';
import { dullnessOf } from '../../../src/drill/dullness.ts';
import { endsOnContest } from '../../../src/drill/ends-on-contest.ts';
import { makeDrill } from '../../../src/drill/make-drill.ts';
import { hasNeedlessWrapper } from '../../../src/drill/needless-wrapper.ts';
import { hasOverlongCount } from '../../../src/drill/overlong-count.ts';
import type { DrillFunction, Program, Statement } from '../../../src/drill/program.ts';
import { recordRun } from '../../../src/drill/recorded-run.ts';
import { hasSleepTail } from '../../../src/drill/sleep-tail.ts';
import { wrongReadersOf } from '../../../src/drill/wrong-readers.ts';

const script = (...body: Statement[]): Program => ({ kind: 'cjs', functions: [], body });
const linesOf = (program: Program): string[] => recordRun(program).lines.map(({ text }) => text);
const asyncFunction = (name: string, ...body: Statement[]): DrillFunction => ({
  ...{ name, isAsync: true, body },
});

describe('What a run of the model is recorded as', () => {
  it('has each line with what printed it, what scheduled that and after which callback it ran', () => {
    const { lines, script: main } = recordRun(
      script(
        immediate(print('immediate'), tick(print('tick'), microtask(print('microtask')))),
        timeout(50, print('timer')),
        print('script'),
      ),
    );
    const told = lines.map(({ text, by }) => [text, by.phase, by.by?.phase, by.after?.phase]);
    assert.deepEqual(told, [
      ['script', 'main', undefined, undefined],
      ['immediate', 'check', 'main', undefined],
      ['tick', 'nextTick', 'check', 'check'],
      ['microtask', 'microtask', 'nextTick', 'check'],
      ['timer', 'timers', 'main', undefined],
    ]);
    assert.equal(lines.at(-1)?.by.delayMs, 50);
    assert.equal(main.did.length, 3);
  });
});

describe('A sleep', () => {
  const sleeper = inline(print('start'), wait(sleep(50)), print('end'));
  const tailOf = (...body: Statement[]) => {
    const program = script(...body);
    return hasSleepTail(program, recordRun(program));
  };

  it('that only prints its line at the end adds nothing', () => {
    assert.ok(tailOf(evaluate(sleeper), immediate(print('immediate'))));
    const other = inline(wait(sleep(50)), print('other'));
    assert.ok(tailOf(evaluate(sleeper), evaluate(other)), 'two of them, as they are written');
  });

  it('adds something if anything comes behind it, or if its lines change places', () => {
    assert.ok(!tailOf(evaluate(sleeper), timeout(300, print('timer'))));
    const quick = inline(wait(sleep(20)), print('quick'));
    assert.ok(!tailOf(evaluate(sleeper), evaluate(quick)));
    assert.ok(!tailOf(immediate(print('immediate'))), 'there is none');
    const racing = inline(wait(sleep(0)), print('racing'));
    assert.ok(!tailOf(evaluate(racing)), 'one of 0 ms may race');
  });
});

describe('A callback around all of a program', () => {
  const contest = [chain(settled, then(print('promise'))), tick(print('tick'))];
  const isNeedless = (...body: Statement[]) => {
    const program = script(...body);
    return hasNeedlessWrapper(program, linesOf(program));
  };

  it('is needless if its lines have the same order without it', () => {
    assert.ok(isNeedless(read(...contest), print('script')));
    assert.ok(isNeedless(print('before'), immediate(...contest), print('after')));
  });

  it('is not if they have another one, or if more runs outside', () => {
    const timers = [timeout(300, print('long')), immediate(print('immediate'))];
    const blocks: Statement = { do: 'block', ms: 350 };
    assert.ok(isNeedless(immediate(...timers), print('script')));
    assert.ok(!isNeedless(immediate(...timers), print('script'), blocks));
    assert.ok(!isNeedless(immediate(...contest), tick(print('outside')), print('script')));
    assert.ok(!isNeedless(...contest, print('script')), 'each of two callbacks is a small part');
  });
});

describe('A count of microtasks', () => {
  const isOverlong = (...body: Statement[]) => hasOverlongCount(recordRun(script(...body)));
  const price = chain(settled, then(print('a')), then(print('b')));

  it('is too long if it goes on for two lines when all else is through', () => {
    assert.ok(isOverlong(price, counting('count', 4)));
    assert.ok(isOverlong(price, repeat('count', 'await', 4, 'count'), immediate(print('later'))));
  });

  it('is not if it stops one line after it', () => {
    assert.ok(!isOverlong(price, counting('count', 2)));
    assert.ok(!isOverlong(counting('count', 3), price));
    assert.ok(!isOverlong(repeat('count', 'setImmediate', 4, 'count')), 'which are no microtasks');
  });
});

describe('A crowd', () => {
  const isFull = (program: Program) => isCrowded(program, recordRun(program));
  const ticks = (count: number) =>
    Array.from({ length: count }, (_, at) => tick(print(`line ${at}`)));
  const chains = (count: number) =>
    Array.from({ length: count }, (_, at) => counting(`count ${at}`, 2));

  it('is more than nine lines after one callback', () => {
    assert.ok(!isFull(script(...ticks(9), print('script'), immediate(print('later')))));
    assert.ok(isFull(script(...ticks(10))));
  });

  it('is more than three chains of several microtasks', () => {
    assert.ok(!isFull(script(...chains(3))));
    assert.ok(isFull(script(...chains(4))));
    assert.ok(isFull(script(...chains(3), repeat('again', 'await', 2, 'again'))));
  });

  it('is four functions that look alike', () => {
    const functions = (count: number) =>
      Array.from({ length: count }, (_, at) => asyncFunction(`f${at}`, print(`f${at}`)));
    const of = (count: number) => ({
      ...script(...functions(count).map(({ name }) => evaluate(call(name)))),
      functions: functions(count),
    });
    assert.ok(!isFull(of(3)));
    assert.ok(isFull(of(4)));
    const different = asyncFunction('other', wait(plain), print('other'));
    assert.ok(!isFull({ ...of(3), functions: [...functions(3), different] }));
  });
});

describe('A program that ends with a timeout against an immediate', () => {
  const contest = [timeout(0, print('timer')), immediate(print('immediate'))];

  it('is told by its last two lines', () => {
    assert.ok(endsOnContest(recordRun(script(read(...contest)))));
    assert.ok(!endsOnContest(recordRun(script(read(...contest, timeout(300, print('later')))))));
    const apart = script(immediate(print('immediate')), timeout(300, print('timer')), print('a'));
    assert.ok(endsOnContest(recordRun(apart)), 'also with another delay');
    const nested = script(immediate(print('immediate'), timeout(0, print('timer'))));
    assert.ok(!endsOnContest(recordRun(nested)), 'which one callback made');
  });

  it('is dull unless it is what the program is about', () => {
    const program = script(
      timeout(50, print('first'), microtask(print('microtask')), tick(print('other')), ...contest),
      chain(settled, then(print('promise'), tick(print('last tick')))),
      tick(print('tick')),
    );
    assert.equal(dullnessOf(program), 'it ends on a timeout against an immediate');
    assert.equal(dullnessOf(program, { leadsAgainst: ['timer-before-immediate'] }), undefined);
  });
});

describe('Programs of level 4', function () {
  this.timeout(60_000);

  it('are not dull', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const drill = makeDrill({ level: 4, seed });
      assert.ok(drill, `${seed}`);
      const about = { leadsAgainst: ['timer-before-immediate'] } as const;
      assert.equal(dullnessOf(drill.program, about), undefined, drill.code);
    }
    for (let seed = 1; seed <= 8; seed++) {
      const race = makeDrill({ level: 4, seed, race: true });
      assert.ok(race, `${seed}`);
      assert.equal(dullnessOf(race.program, { races: true }), undefined, race.code);
    }
  });

  it('with one callback of the loop have queues that fool more readers than others do', () => {
    const lone = immediate(
      chain(settled, then(print('inner job'))),
      tick(print('inner tick')),
      print('inner script'),
    );
    const queues = [
      evaluate(inline(print('start'), wait(plain), print('end'))),
      chain(settled, then(print('job'))),
      tick(print('tick')),
      print('script'),
    ];
    const program = script(lone, ...queues);
    const readers = wrongReadersOf(program, recordRun(program));
    assert.equal(readers.length, 3, readers.join());
    const two = script(lone, immediate(print('another')), ...queues);
    const why = 'hardly any shortcut is wrong';
    assert.equal(dullnessOf(program), why);
    assert.notEqual(dullnessOf(two), why);
  });

  it('that race have lines that are turned in two places, like all others', () => {
    const queues = [chain(settled, then(print('job'))), tick(print('tick'))];
    const race = script(timeout(0, print('timer')), immediate(print('immediate')), ...queues);
    assert.equal(dullnessOf(race, { races: true }), 'it is turned in one place');
  });

  it('have no handler of errors that never come, and import nothing for what never runs', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const { code } = makeDrill({ level: 4, seed }) ?? assert.fail(`${seed}`);
      assert.doesNotMatch(code, /catch\(console\.error\)|then\(\(\) => sleep/, code);
    }
  });
});
