import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'waits-after-the-last': [
    [
      `      if (attempt >= times || !worthIt(error)) throw error;
      await wait(first * 2 ** (attempt - 1));`,
      `      if (!worthIt(error)) throw error;
      await wait(first * 2 ** (attempt - 1));
      if (attempt >= times) throw error;`,
    ],
  ],
  'one-attempt-too-many': [['attempt >= times', 'attempt > times']],
  'same-wait-each-time': [['first * 2 ** (attempt - 1)', 'first']],
  'wait-grows-by-steps': [['first * 2 ** (attempt - 1)', 'first * attempt']],
  'does-not-wait-for-the-wait': [['await wait(', 'wait(']],
  'returned-without-await': [['return await work(attempt)', 'return work(attempt)']],
  'attempts-from-zero': [['await work(attempt)', 'await work(attempt - 1)']],
  'wants-a-promise': [
    [
      `      return await work(attempt);
    } catch (error) {`,
      `      return await work(attempt).catch((error) => {
        throw error;
      });
    } catch (error) {`,
    ],
  ],
  'first-error-not-the-last': `export async function retry(work, { times, first, wait, worthIt = () => true }) {
  let failure;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      failure ??= error;
      if (attempt >= times || !worthIt(error)) throw failure;
      await wait(first * 2 ** (attempt - 1));
    }
  }
}
`,
  'error-that-is-undefined': `export async function retry(work, { times, first, wait, worthIt = () => true }) {
  let failure;
  let result;
  for (let attempt = 1; attempt <= times; attempt += 1) {
    failure = undefined;
    try {
      result = await work(attempt);
    } catch (error) {
      failure = error;
    }
    if (!failure) return result;
    if (!worthIt(failure)) throw failure;
    if (attempt < times) await wait(first * 2 ** (attempt - 1));
  }
  throw failure;
}
`,
  'falsy-result-fails': [
    [
      `      return await work(attempt);
`,
      `      const result = await work(attempt);
      if (!result) throw new Error('no result');
      return result;
`,
    ],
  ],
  'asks-once-whether-it-is-worth-it': [
    [
      'export async function',
      `let worth;

export async function`,
    ],
    ['!worthIt(error)', '!(worth ??= worthIt(error))'],
  ],
};
