import assert from 'node:assert/strict';
import { defaultLimits, runSnippet } from '../../../src/runner/run-snippet.ts';
import type { RunRequest, RunResult } from '../../../src/runner/model.ts';
import { createWarmPool } from '../../../src/runner/warm-pool.ts';
import type { WarmPool } from '../../../src/runner/warm-pool.ts';
import type { Major } from '../../../scripts/nodes.mts';
import { attacks } from './limits-attacks.ts';
import type { Attack } from './limits-attack.ts';
import { shown, someMajors, useRunWorld } from './run-world.ts';

// That no process and no file is left is asserted after each test, see `useRunWorld`.
describe('Limits hold', function () {
  this.timeout(120_000);
  let pool: WarmPool;
  afterEach(() => pool.dispose());
  const world = useRunWorld();
  beforeEach(() => {
    pool = createWarmPool({ childFolder: world.childFolder, pauseMs: 0 });
  });

  const run = (major: Major, request: RunRequest) =>
    runSnippet(
      request,
      // All of them have Node's permission model, which came with 20.11.
      { ...world.runtime(major), version: `${major}.20.0` },
      { childFolder: world.childFolder, pool },
    );

  for (const [group, rows] of Object.entries(attacks)) {
    describe(group, () => {
      for (const [name, row] of Object.entries(rows)) {
        for (const major of row.everywhere === true ? someMajors(name) : (['24'] as const)) {
          for (const trace of row.traced ?? [true]) {
            it(`${name}, on Node ${major}${trace ? '' : ', not recorded'}`, async () => {
              const { code, kind = 'cjs', limits, permissions } = row;
              const request = {
                kind,
                trace,
                ...(limits && { limits }),
                ...(permissions && { permissions }),
              };
              assertVerdict(await run(major, { ...request, code }), row);
              const next = await run(major, { kind: 'cjs', code: `console.log('next')` });
              assert.equal(next.ended, 'exit');
              assert.deepEqual(shown(next), ['next']);
            });
          }
        }
      }
    });
  }
});

function assertVerdict(result: RunResult, attack: Attack): void {
  const lines = shown(result);
  const summary = `${result.ended}: ${lines.join('\n').slice(0, 500)}`;
  const { ended, shows, complete, waitedForInput = false, error } = attack;
  assert.ok([ended].flat().includes(result.ended), summary);
  if (shows instanceof RegExp) assert.match(lines.join('\n').slice(0, 200_000), shows);
  else assert.deepEqual(lines, shows);
  assert.equal(result.waitedForInput, waitedForInput);
  if (complete !== undefined && result.trace) assert.equal(result.trace.complete, complete);
  if (error?.line !== undefined) assert.equal(result.error?.line, error.line);
  if (error?.name !== undefined) assert.equal(result.error?.name, error.name);
  if (error?.message !== undefined) {
    assert.ok(result.error?.message.includes(error.message), result.error?.message);
  }
  assertSmall(result, { ...defaultLimits, ...attack.limits });
}

/** What the host keeps is bounded, whatever came. */
function assertSmall({ lines, trace }: RunResult, limits: { lines: number; bytes: number }): void {
  // The error and the exit code are lines too.
  assert.ok(lines.length <= limits.lines + 2, `${lines.length} lines`);
  const bytes = lines.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  assert.ok(bytes <= limits.bytes + 20_000, `${bytes} bytes`);
  assert.ok((trace?.tasks.length ?? 0) <= 50_000, `${trace?.tasks.length} tasks`);
  assert.ok((trace?.callbacks.length ?? 0) <= 25_001, `${trace?.callbacks.length} callbacks`);
}
