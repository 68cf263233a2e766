import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'in-the-order-of-completion': [
    ['results[index] = result;', 'results.push(result);'],
    [
      `      results.push(undefined);
`,
      '',
    ],
  ],
  'one-after-the-other': `export async function all(values) {
  const results = [];
  for (const value of values) results.push(await value);
  return results;
}
`,
  'done-when-the-last-index-is-filled': `export function all(values) {
  return new Promise((resolve, reject) => {
    const list = [...values];
    const results = [];
    if (list.length === 0) resolve(results);
    list.forEach((value, index) => {
      Promise.resolve(value).then((result) => {
        results[index] = result;
        if (results.length === list.length) resolve(results);
      }, reject);
    });
  });
}
`,
  'no-values-never-settle': [
    [
      `    if (pending === 0) resolve(results);
  });
}`,
      `  });
}`,
    ],
  ],
  'wants-promises': [['Promise.resolve(value).then(', 'value.then(']],
  'trusts-thenables': [
    [
      `      Promise.resolve(value).then((result)`,
      `      const promise = typeof value?.then === 'function' ? value : Promise.resolve(value);
      promise.then((result)`,
    ],
  ],
  'wants-an-array': [
    ['for (const value of values) {', 'values.forEach((value) => {'],
    [
      `      }, reject);
    }`,
      `      }, reject);
    });`,
    ],
  ],
  'goes-through-it-twice': [
    [
      `    let pending = 0;
    for`,
      `    let pending = 0;
    if ([...values].length === 0) resolve(results);
    for`,
    ],
  ],
  'undefined-is-pending': `export function all(values) {
  return new Promise((resolve, reject) => {
    const list = [...values];
    const results = new Array(list.length).fill(undefined);
    if (list.length === 0) resolve(results);
    list.forEach((value, index) => {
      Promise.resolve(value).then((result) => {
        results[index] = result;
        if (results.every((one) => one !== undefined)) resolve(results);
      }, reject);
    });
  });
}
`,
  'errors-are-lost': [['}, reject);', '}, () => {});']],
  'errors-are-results': [
    [
      '}, reject);',
      `}, (error) => {
        results[index] = error;
        pending -= 1;
        if (pending === 0) resolve(results);
      });`,
    ],
  ],
  'throws-for-what-is-not-iterable': [
    ['  return new Promise(', '  values = [...values];\n  return new Promise('],
  ],
};
