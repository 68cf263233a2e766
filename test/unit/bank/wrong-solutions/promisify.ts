import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'loses-this': [['original.call(this, ...args, ', 'original(...args, ']],
  'arrow-function': [['return function (...args) {', 'return (...args) => {']],
  'callback-first': [
    ['original.call(this, ...args, (error, value) => {', 'original.call(this, (error, value) => {'],
    [
      `        else resolve(value);
      });`,
      `        else resolve(value);
      }, ...args);`,
    ],
  ],
  'all-values-as-a-list': [['(error, value) =>', '(error, ...value) =>']],
  'only-errors-reject': [['if (error)', 'if (error instanceof Error)']],
  'falsy-results-reject': [
    [
      `        if (error) reject(error);
        else resolve(value);`,
      `        if (value) resolve(value);
        else reject(error);`,
    ],
  ],
  'throws-instead-of-rejecting': `export function promisify(original) {
  if (typeof original !== 'function') throw new TypeError('promisify takes a function');
  return function (...args) {
    let settle;
    const promise = new Promise((resolve, reject) => {
      settle = (error, value) => (error ? reject(error) : resolve(value));
    });
    original.call(this, ...args, settle);
    return promise;
  };
}
`,
  'one-promise-for-all-calls': `export function promisify(original) {
  if (typeof original !== 'function') throw new TypeError('promisify takes a function');
  let promise;
  return function (...args) {
    promise ??= new Promise((resolve, reject) => {
      original.call(this, ...args, (error, value) => (error ? reject(error) : resolve(value)));
    });
    return promise;
  };
}
`,
  'one-argument': [
    ['function (...args)', 'function (arg)'],
    ['...args, ', 'arg, '],
  ],
  'fills-up-to-the-declared-arguments': [
    [
      '...args, (error',
      '...args, ...new Array(Math.max(0, original.length - args.length - 1)), (error',
    ],
  ],
  'the-last-call-counts': `export function promisify(original) {
  if (typeof original !== 'function') throw new TypeError('promisify takes a function');
  return async function (...args) {
    let outcome;
    await new Promise((resolve) => {
      original.call(this, ...args, (error, value) => {
        outcome = { error, value };
        resolve();
      });
    });
    if (outcome.error) throw outcome.error;
    return outcome.value;
  };
}
`,
  'takes-anything': [
    [
      `  if (typeof original !== 'function') throw new TypeError('promisify takes a function');
`,
      '',
    ],
  ],
};
