// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(totals: string) => Promise<number>} work answers an exit code; may write its counts
 * @property {string} [needs] a step of an earlier round without which this one cannot run
 */

/**
 * @typedef {object} Outcome
 * @property {number} passed tests; a step that counts none is one itself
 * @property {number} failed
 * @property {string} line for people
 * @property {string[]} failures what failed and why
 */

/**
 * Takes every step, also after one that failed, unless it needs that one.
 * @param {readonly (readonly Step[])[]} rounds one after the other; the steps of a round side by side
 * @param {string} folder empty; holds the counts of the steps
 * @returns {Promise<{ passed: number, failed: number, summary: string[] }>} the summary begins with what
 *   failed, since that is far above it on the screen
 */
export async function takeSteps(rounds, folder) {
  /** @type {Outcome[]} */
  const outcomes = [];
  /** @type {Set<string>} */
  const broken = new Set();
  for (const [index, steps] of rounds.entries()) {
    console.log(`\n== ${index + 1}/${rounds.length} ${steps.map(({ name }) => name).join(', ')}`);
    const taken = steps.map(async (step, place) => {
      const needed = step.needs !== undefined && broken.has(step.needs);
      const totals = join(folder, `${index}-${place}.json`);
      const outcome = needed ? notTaken(step) : await take(step, totals);
      console.log(outcome.line);
      return { step, outcome };
    });
    for (const { step, outcome } of await Promise.all(taken)) {
      if (outcome.failed > 0) broken.add(step.name);
      outcomes.push(outcome);
    }
  }
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
    summary: [...outcomes.flatMap(({ failures }) => failures), ...outcomes.map(({ line }) => line)],
  };
}

/**
 * @param {Step} step
 * @returns {Outcome}
 */
function notTaken({ name, needs }) {
  const line = `✖ ${name}: not run, since "${needs}" failed`;
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
