import assert from 'node:assert/strict';
import { runBare } from './bare-run.ts';
import { significant, zScore } from './proportions.ts';
import { majors, shown, useRunWorld } from './run-world.ts';

const code = `
setTimeout(() => console.log('timeout'), 20);
Promise.resolve().then(() => console.log('promise'));
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
console.log('sync');
`;

describe('The order of a run', function () {
  this.timeout(60_000);
  const world = useRunWorld();

  for (const major of majors) {
    it(`is that of a CommonJS entry on Node ${major}: ticks before promise jobs`, async () => {
      const result = await world.run(code, { kind: 'cjs', major });
      assert.deepEqual(shown(result), ['sync', 'tick', 'promise', 'microtask', 'timeout']);
    });

    it(`is that of an ES module entry on Node ${major}: promise jobs before ticks`, async () => {
      const result = await world.run(code, { kind: 'mjs', major });
      assert.deepEqual(shown(result), ['sync', 'promise', 'microtask', 'tick', 'timeout']);
    });

    it(`keeps stdout and stderr in true order on Node ${major}`, async () => {
      const result = await world.run(
        `for (let i = 0; i < 100; i++) { console.log('out', i); console.error('err', i); }`,
        { major },
      );
      const expected = Array.from({ length: 100 }, (_, i) => [`out ${i}`, `stderr:err ${i}`]);
      assert.deepEqual(shown(result), expected.flat());
    });
  }

  it('keeps synchronous writes to the file descriptors in order with the streams', async () => {
    const result = await world.run(`
      const { writeSync } = require('node:fs');
      console.log('a'); writeSync(1, 'b\\n'); console.error('c'); writeSync(2, Buffer.from('xd\\n'), 1);
      writeSync(1, 'e\\n'); console.log('f');`);
    assert.deepEqual(shown(result), ['a', 'b', 'stderr:c', 'stderr:d', 'e', 'f']);
    assert.equal(result.hasUnrecorded, undefined);
  });

  it('tells each line as it comes', async () => {
    const told: string[] = [];
    const result = await world.run(`console.log(1); setTimeout(() => console.log(2), 20)`, {
      onLine: ({ text }) => told.push(text),
    });
    assert.deepEqual(told, ['1', '2']);
    assert.ok(result.firstLineMs !== undefined && result.firstLineMs <= result.durationMs);
  });

  it('is not disturbed by other runs at the same time', async () => {
    const results = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        world.run(`for (let i = 0; i < 50; i++) console.log('${name}' + i)`),
      ),
    );
    for (const [index, name] of ['a', 'b', 'c'].entries()) {
      const result = results[index];
      assert.ok(result);
      assert.deepEqual(
        shown(result),
        Array.from({ length: 50 }, (_, i) => `${name}${i}`),
      );
    }
  });
});

/**
 * A few runs show a gross shift; the whole size needs LOOPWISE_RACES=300 and some minutes, see
 * CONTRIBUTING.
 */
const races = Number(process.env.LOOPWISE_RACES ?? 20);
const race = `setTimeout(() => console.log('timeout'), 0); setImmediate(() => console.log('immediate'));`;

const collection = `
const { PerformanceObserver } = require('node:perf_hooks');
new PerformanceObserver(() => console.log('collected')).observe({ entryTypes: ['gc'] });
setImmediate(() => setTimeout(() => console.log('later'), 20));
`;

describe('The odds of a race', function () {
  this.timeout(60_000 + races * 4_000);
  const world = useRunWorld();

  for (const major of majors) {
    it(`are not decided by a garbage collection on Node ${major}, which no short program needs`, async () => {
      for (const run of ['run', 'runWarm'] as const) {
        const result = await world[run](collection, { major, trace: false });
        assert.deepEqual(shown(result), ['later']);
      }
    });

    // The oldest and the newest: a gross shift is one of the runner's own doing.
    if (major !== majors[0] && major !== majors.at(-1) && races < 100) continue;
    it(`are those of a bare \`node file\` on Node ${major}, in a child that waited (${races} runs)`, async () => {
      const bare = { hits: 0, of: races };
      const gated = { hits: 0, of: races };
      // Taking turns: whatever else the machine does hits both.
      for (let run = 0; run < races; run++) {
        const { stdout } = await runBare(world.temporary, world.runtime(major).path, 'cjs', race);
        if (stdout[0] === 'timeout') bare.hits++;
        const [first] = shown(await world.runWarm(race, { major, trace: false }));
        if (first === 'timeout') gated.hits++;
      }
      const z = zScore(gated, bare);
      const told = `timeout first: ${gated.hits} gated, ${bare.hits} bare, of ${races}`;
      if (process.env.LOOPWISE_RACES !== undefined) console.log(`${told}, z = ${z.toFixed(2)}`);
      assert.ok(Math.abs(z) < significant, told);
    });
  }
});
