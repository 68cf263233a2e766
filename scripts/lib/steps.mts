import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Step {
  readonly name: string;
  /** Answers an exit code; may write its counts. */
  readonly work: (totals: string) => Promise<number>;
  /** Names of steps without which this one cannot run. */
  readonly needs?: readonly string[];
}

interface Outcome {
  /** Tests; a step that counts none is one itself. */
  readonly passed: number;
  readonly failed: number;
  /** For people. */
  readonly line: string;
  /** What failed and why. */
  readonly failures: readonly string[];
}

/**
 * Takes every step, also after one that failed, unless it needs that one. A few run side by side; next
 * is the first of the list that waits for nothing.
 * @param folder empty; holds the counts of the steps
 * @param width how many run side by side
 * @returns the summary begins with what
 *   failed, since that is far above it on the screen
 */
export async function takeSteps(
  steps: readonly Step[],
  folder: string,
  width: number = 2,
): Promise<{ passed: number; failed: number; summary: string[] }> {
  const outcomes = new Map<string, Outcome>();
  const running = new Set<Promise<void>>();
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

/** @param outcomes of what it needs, at least */
async function takeOrSay(step: Step, outcomes: ReadonlyMap<string, Outcome>, totals: string) {
  const broken = step.needs?.find((name) => outcomes.get(name)?.failed !== 0);
  if (broken === undefined) console.log(`→ ${step.name}`);
  const outcome = broken === undefined ? await take(step, totals) : notTaken(step, broken);
  console.log(outcome.line);
  return outcome;
}

function notTaken({ name }: Step, broken: string): Outcome {
  const line = `✖ ${name}: not run, since "${broken}" failed`;
  return { passed: 0, failed: 1, line, failures: [] };
}

async function take({ name, work }: Step, totals: string): Promise<Outcome> {
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

type Counts = Pick<Outcome, 'passed' | 'failed' | 'failures'>;

/** @param totals file that a run of mocha wrote; other steps count as one */
function countsOf(totals: string, code: number): Counts {
  if (!existsSync(totals)) {
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [] };
  }
  const written = JSON.parse(readFileSync(totals, 'utf8')) as Omit<Counts, 'failures'> &
    Partial<Counts>;
  const { passed, failed, failures = [] } = written;
  // A run that broke after its tests, or that had none, must not look like a good one.
  const bad = code !== 0 || passed === 0;
  return { passed, failed: bad && failed === 0 ? 1 : failed, failures };
}

function report(error: unknown) {
  console.error(error);
  return 1;
}
