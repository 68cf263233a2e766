import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'strictly-equal': [['Object.is(before[field], after[field])', 'before[field] === after[field]']],
  'loosely-equal': [['Object.is(before[field], after[field])', 'before[field] == after[field]']],
  'in-instead-of-own': [
    ['!Object.hasOwn(before, field)', '!(field in before)'],
    ['!Object.hasOwn(after, field)', '!(field in after)'],
  ],
  'undefined-is-missing': [
    ['!Object.hasOwn(before, field)', 'before[field] === undefined'],
    ['!Object.hasOwn(after, field)', 'after[field] === undefined'],
  ],
  'not-sorted': [['[...fields].sort()', '[...fields]']],
  'fields-of-one-side': [
    ['new Set([...Object.keys(before), ...Object.keys(after)])', 'new Set(Object.keys(after))'],
  ],
  'compared-as-json': [
    [
      'Object.is(before[field], after[field])',
      'JSON.stringify(before[field]) === JSON.stringify(after[field])',
    ],
  ],
};
