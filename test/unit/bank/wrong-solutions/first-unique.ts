import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'counts-in-an-object': `export function firstUnique(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return values.find((value) => counts[value] === 1);
}
`,
  'keys-of-an-object': `export function firstUnique(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const key = Object.keys(counts).find((name) => counts[name] === 1);
  return values.find((value) => String(value) === key);
}
`,
  'first-and-last-index': `export function firstUnique(values) {
  return values.find((value) => values.indexOf(value) === values.lastIndexOf(value));
}
`,
  'searches-a-copy': `export function firstUnique(values) {
  const list = [...values];
  return list.find((value) => list.filter((other) => other === value).length === 1);
}
`,
  'seen-or-not-seen': `export function firstUnique(values) {
  const once = new Set();
  for (const value of values) {
    if (once.has(value)) once.delete(value);
    else once.add(value);
  }
  return [...once][0];
}
`,
  'the-last-one': [['values.find(', 'values.findLast(']],
  'null-for-nothing': [['=> counts.get(value) === 1);', '=> counts.get(value) === 1) ?? null;']],
};
