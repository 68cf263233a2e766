import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'drops-accented-letters': [
    [
      String.raw`title.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase()`,
      'title.toLowerCase()',
    ],
  ],
  'dash-for-each-character': [['/[^a-z0-9]+/g', '/[^a-z0-9]/g']],
  'keeps-underscores': [['/[^a-z0-9]+/g', String.raw`/\W+/g`]],
  'trims-before-it-cuts': [
    [
      `  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
  return words.slice(0, longest).replace(/-$/, '') || 'untitled';`,
      `  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return words.slice(0, longest) || 'untitled';`,
    ],
  ],
  'dash-in-front': [[`.replace(/^-/, '')`, '']],
  'empty-for-nothing': [[` || 'untitled'`, '']],
  'never-cut': [['words.slice(0, longest)', 'words']],
  'keeps-other-letters': [['/[^a-z0-9]+/g', String.raw`/[^\p{L}0-9]+/gu`]],
  'keeps-capitals': [
    ['.toLowerCase()', ''],
    ['/[^a-z0-9]+/g', '/[^a-z0-9]+/gi'],
  ],
};
