import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  spread: `export function merge(defaults, settings) {
  return { ...defaults, ...settings };
}
`,
  'null-is-missing': [['value === undefined)', 'value == null)']],
  'undefined-replaces': [[' || value === undefined)', ')']],
  'changes-the-defaults': [['structuredClone(defaults)', 'defaults']],
  'shallow-copy-of-the-defaults': [['structuredClone(defaults)', '{ ...defaults }']],
  'names-survive-in-lists': [
    [
      `  if (Array.isArray(value)) return value.map(copyOf);
`,
      '',
    ],
    [
      'isPlain(value) ? merge({}, value) : value',
      'isPlain(value) ? merge({}, value) : structuredClone(value)',
    ],
  ],
  'names-refused-at-the-top-only': [
    [
      'both ? merge(result[key], value) : copyOf(value)',
      'both ? { ...result[key], ...value } : value',
    ],
  ],
  'refuses-only-proto': [
    [`new Set(['__proto__', 'constructor', 'prototype'])`, `new Set(['__proto__'])`],
  ],
  'joins-lists': [
    [
      '    const both =',
      `    if (Array.isArray(value) && Array.isArray(result[key])) {
      result[key] = [...result[key], ...value];
      continue;
    }
    const both =`,
    ],
  ],
  'lists-are-merged-as-objects': [
    [
      `typeof value === 'object' && value !== null && !Array.isArray(value)`,
      `typeof value === 'object' && value !== null`,
    ],
    [
      `  if (Array.isArray(value)) return value.map(copyOf);
`,
      '',
    ],
  ],
};
