// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(totals: string) => Promise<number>} work answers an exit code; may write its counts
 * @property {readonly string[]} [needs] names of steps without which this one cannot run
 */

/**
 * @typedef {object} Outcome
 * @property {number} passed tests; a step that counts none is one itself
 * @property {number} failed
 * @property {string} line for people
 * @property {string[]} failures what failed and why
 */

/**
 * Takes every step, also after one that failed, unless it needs that one. A few run side by side; next
 * is the first of the list that waits for nothing.
 * @param {readonly Step[]} steps
 * @param {string} folder empty; holds the counts of the steps
 * @param {number} [width] how many run side by side
 * @returns {Promise<{ passed: number, failed: number, summary: string[] }>} the summary begins with what
 *   failed, since that is far above it on the screen
 */
export async function takeSteps(steps, folder, width = 2) {
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  const waiting = [...steps];
  while (waiting.length + running.size > 0) {
    const next = waiting.findIndex(({ needs = [] }) => needs.every((name) => outcomes.has(name)));
    const [step] = next < 0 || running.size === width ? [] : waiting.splice(next, 1);
    if (step) {
      const taken = takeOrSay(step, outcomes, join(folder, `${steps.indexOf(step)}.json`));
      const work = taken.then((outcome) => {
        outcomes.set(step.name, outcome);
        running.delete(work);
      });
      running.add(work);
    } else if (running.size > 0) await Promise.race(running);
    else throw new Error(`Nothing provides what "${waiting[0]?.name}" needs.`);
  }
  const told = steps.flatMap(({ name }) => outcomes.get(name) ?? []);
  return {
    passed: told.reduce((sum, { passed }) => sum + passed, 0),
    failed: told.reduce((sum, { failed }) => sum + failed, 0),
    summary: [...told.flatMap(({ failures }) => failures), ...told.map(({ line }) => line)],
  };
}

/**
 * @param {Step} step
 * @param {ReadonlyMap<string, Outcome>} outcomes of what it needs, at least
 * @param {string} totals
 */
async function takeOrSay(step, outcomes, totals) {
  const broken = step.needs?.find((name) => outcomes.get(name)?.failed !== 0);
  if (broken === undefined) console.log(`→ ${step.name}`);
  const outcome = broken === undefined ? await take(step, totals) : notTaken(step, broken);
  console.log(outcome.line);
  return outcome;
}

/**
 * @param {Step} step
 * @param {string} broken
 * @returns {Outcome}
 */
function notTaken({ name }, broken) {
  const line = `✖ ${name}: not run, since "${broken}" failed`;
  return { passed: 0, failed: 1, line, failures: [] };
}

/**
 * @param {Step} step
 * @param {string} totals
 * @returns {Promise<Outcome>}
 */
async function take({ name, work }, totals) {
  const started = performance.now();
  const code = await work(totals).catch(report);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { passed, failed, failures } = countsOf(totals, code);
  const sign = failed > 0 ? '✖' : '✔';
  return {
    passed,
    failed,
    line: `${sign} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`,
    failures: failures.map((failure) => `✖ ${name}: ${failure}\n`),
  };
}

/**
 * @param {string} totals file that a run of mocha wrote; other steps count as one
 * @param {number} code
 * @returns {{ passed: number, failed: number, failures: string[] }}
 */
function countsOf(totals, code) {
  if (!existsSync(totals)) {
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] };
  }
  const { passed, failed, failures = [] } = JSON.parse(readFileSync(totals, 'utf8'));
  // A run that broke after its tests, or that had none, must not look like a good one.
  const bad = code !== 0 || passed === 0;
  return { passed, failed: bad && failed === 0 ? 1 : failed, failures };
}

/** @param {unknown} error */
function report(error) {
  console.error(error);
  return 1;
}
