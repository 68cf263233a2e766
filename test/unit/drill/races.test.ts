import assert from 'node:assert/strict';
import { explore } from '../../../src/drill/explore.ts';
import { isSeenToRace, makeDrill } from '../../../src/drill/make-drill.ts';
import { hasRaceShape } from '../../../src/drill/race-shape.ts';
import { chain, immediate, print, read, settled, then, timeout } from '../../../src/drill/build.ts';
import type { Program, Statement } from '../../../src/drill/program.ts';

describe('A race', () => {
  const usualOutputs = (program: Program): number =>
    explore(program, { outputs: 9, runs: 999, isUsual: true }).outputs.length;
  const usual = (...body: Statement[]): number =>
    usualOutputs({ kind: 'cjs', functions: [], body });

  it('is seen to be one without long stops', () => {
    const contest = [timeout(0, print('timer')), immediate(print('immediate'))];
    assert.equal(usual(print('a'), ...contest, print('b')), 2);
    assert.equal(usual(timeout(200, print('timer')), immediate(print('immediate'))), 1);
    assert.equal(usual(timeout(50, print('long')), print('a'), timeout(0, print('short'))), 1);
  });

  it('is none where what takes time always decides it: the first line takes longest', () => {
    const contest = [timeout(0, print('timer')), immediate(print('immediate'))];
    assert.equal(usual(...contest, print('a')), 1);
    assert.equal(usual(...contest), 1, 'nothing takes time');
    assert.equal(usual(read(print('file')), timeout(0, print('timer'))), 1);
  });

  it('is none if only the number of polls that a file takes decides it', () => {
    assert.equal(usual(read(print('file')), immediate(print('immediate'))), 1);
  });

  it('of a timer against an immediate is none in an ES module: on Node 20 the immediate is first', () => {
    const contest = [timeout(0, print('timer')), immediate(print('immediate')), print('b')];
    const body = [print('a'), ...contest];
    assert.ok(isSeenToRace({ kind: 'cjs', functions: [], body }));
    assert.ok(!isSeenToRace({ kind: 'mjs', functions: [], body }));
    const inside = [print('a'), immediate(...contest, print('c'))];
    assert.ok(isSeenToRace({ kind: 'mjs', functions: [], body: inside }));
  });

  it('has its contest in a callback if it is an ES module', () => {
    let modules = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { kind, program, code } = makeDrill({ level: 2, seed, race: true }) ?? assert.fail();
      if (kind === 'cjs') continue;
      modules += 1;
      assert.ok(isSeenToRace(program), code);
      assert.match(code, /setImmediate\(\(\) => \{\n( +.*\n)* +setImmediate/, code);
    }
    assert.ok(modules > 0);
  });

  it('has a shape if more than the last two lines change places, or something is printed after them', () => {
    const lines = ['start', 'one', 'other', 'end'];
    const orders = (...places: number[]) =>
      hasRaceShape([lines, places.map((place) => lines[place] ?? '')]);
    assert.ok(!orders(0, 1, 3, 2));
    assert.ok(orders(0, 3, 1, 2), 'a line belongs to a racer');
    assert.ok(orders(0, 2, 1, 3), 'a line comes after both');
    for (let seed = 1; seed <= 12; seed++) {
      const drill = makeDrill({ level: 4, seed, race: true });
      assert.ok(drill && hasRaceShape(drill.outputs), drill?.code);
    }
  });

  it('is not always the same contest', () => {
    const codes = Array.from({ length: 60 }, (_, seed) =>
      makeDrill({ level: 4, seed, race: true }),
    );
    const kinds = codes.map((drill) => {
      const code = drill?.code ?? '';
      return (/sleep\(0\)|setTimeout\(resolve, 0\)/.exec(code) ?? ['timeout'])[0];
    });
    // Two contests of the five have a way to write it of their own.
    for (const kind of ['sleep(0)', 'setTimeout(resolve, 0)']) {
      const { length } = kinds.filter((one) => one === kind);
      assert.ok(length >= 6 && length <= 18, `${kind}: ${length}`);
    }
  });

  it('is one of these in every recipe for races', () => {
    for (const level of [2, 3, 4] as const) {
      for (let seed = 1; seed <= 15; seed++) {
        const drill = makeDrill({ level, seed, race: true });
        assert.ok(drill, `${level}/${seed}`);
        assert.equal(usualOutputs(drill.program), 2, drill.code);
      }
    }
  });
});

describe('What the clock leaves open', () => {
  const outputsOf = (...body: Statement[]): string[] =>
    explore({ kind: 'cjs', functions: [], body }, { outputs: 9, runs: 999 })
      .outputs.map((lines) => lines.join(' '))
      .toSorted();

  it('is whether a short timer is due before an immediate, unless the script took long', () => {
    const contest = [timeout(0, print('timer')), immediate(print('immediate'))];
    assert.deepEqual(outputsOf(...contest), ['immediate timer', 'timer immediate']);
    assert.deepEqual(outputsOf(...contest, { do: 'block', ms: 50 }), ['timer immediate']);
  });

  it('is which of two timers is due first, if printing stands between them', () => {
    const [long, short] = [timeout(300, print('long')), timeout(0, print('short'))];
    assert.deepEqual(outputsOf(long, short), ['short long']);
    assert.deepEqual(outputsOf(long, print('a'), short), ['a long short', 'a short long']);
    assert.deepEqual(outputsOf(short, print('a'), long), ['a short long']);
  });

  it('is whether a phase of timers goes on, when a job behind its last callback makes another one', () => {
    const inner = [timeout(0, print('timer')), immediate(print('immediate'))];
    const later = chain(settled, then(timeout(0, print('later'))));
    const orders = ['immediate timer later', 'timer immediate later'];
    assert.deepEqual(
      outputsOf(timeout(0, ...inner, later)).filter((one) => orders.includes(one)),
      orders,
    );
    assert.deepEqual(outputsOf(timeout(0, ...inner)), ['immediate timer']);
  });

  it('is in which turn of the loop two timers of one delay run', () => {
    const first = timeout(0, print('first'), immediate(print('immediate')));
    const two = [first, timeout(0, print('second'))];
    assert.deepEqual(outputsOf(...two), ['first immediate second', 'first second immediate']);
  });
});
