import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'all-together': `export async function mapLimit(items, limit, work) {
  return Promise.all(items.map(work));
}
`,
  'in-batches': `export async function mapLimit(items, limit, work) {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(\`not a limit: \${limit}\`);
  const results = [];
  for (let from = 0; from < items.length; from += limit) {
    const batch = items.slice(from, from + limit);
    results.push(...(await Promise.all(batch.map((item, at) => work(item, from + at)))));
  }
  return results;
}
`,
  'empties-the-list': `export async function mapLimit(items, limit, work) {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(\`not a limit: \${limit}\`);
  const results = [];
  let next = 0;
  let failed = false;
  const worker = async () => {
    while (items.length > 0 && !failed) {
      const item = items.shift();
      const index = next++;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
`,
  'stops-at-a-falsy-item': `export async function mapLimit(items, limit, work) {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(\`not a limit: \${limit}\`);
  const rest = [...items];
  const results = [];
  let next = 0;
  let failed = false;
  const worker = async () => {
    let item;
    while (!failed && (item = rest.shift())) {
      const index = next++;
      try {
        results[index] = await work(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
`,
  'in-the-order-of-completion': [
    ['results[index] = await work(item, index);', 'results.push(await work(item, index));'],
    ['new Array(items.length)', '[]'],
  ],
  'starts-more-after-an-error': [
    [
      `        failed = true;
`,
      '',
    ],
  ],
  'rejects-when-the-rest-is-done': [
    [
      `  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
`,
      `  const workers = Array.from({ length: Math.min(limit, items.length) }, worker);
  const outcomes = await Promise.allSettled(workers);
  const bad = outcomes.find(({ status }) => status === 'rejected');
  if (bad) throw bad.reason;
`,
    ],
  ],
  'nothing-for-a-limit-of-zero': [
    [
      `  if (!Number.isInteger(limit) || limit < 1) {
    throw new RangeError(\`\${limit} is not a positive integer\`);
  }
`,
      '',
    ],
  ],
  'without-the-index': [['await work(item, index)', 'await work(item)']],
};
