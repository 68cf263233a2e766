import type { Broken } from './broken.ts';
import { replace } from './temporary-bank.ts';

const file = 'timers/timer-order/due-times.svg';
const inside = (text: string) => replace('  <rect', `  ${text}\n  <rect`);

const allowed =
  'Use only `svg`, `title`, `desc`, `g`, `text`, `tspan`, `rect`, `circle`, `ellipse`, `line`, `polyline`, `polygon` and `path`.';
const says = 'Say what it is with `class`; only geometry has attributes of its own.';

export const brokenDiagrams: readonly Broken[] = [
  {
    name: 'it holds a script',
    file,
    edit: inside('<script></script>'),
    on: '<script>',
    says: `\`script\` cannot be drawn. ${allowed}`,
  },
  {
    name: 'it holds a link',
    file,
    edit: inside('<a href="https://example.com"><g></g></a>'),
    on: '<a ',
    says: `\`a\` cannot be drawn. ${allowed}`,
  },
  {
    name: 'an element has a style',
    file,
    edit: inside('<g style="fill:red"></g>'),
    on: '<g ',
    says: `\`g\` cannot have \`style\`. ${says}`,
  },
  {
    name: 'an element has a handler',
    file,
    edit: inside('<g onclick="alert(1)"></g>'),
    on: '<g ',
    says: `\`g\` cannot have \`onclick\`. ${says}`,
  },
  {
    name: 'a number is none',
    file,
    edit: replace('width="90"', 'width="90px"'),
    on: '<rect',
    says: '`width` cannot be `90px`. Write plain numbers.',
  },
  {
    name: 'a class is unknown',
    file,
    edit: replace('class="box accent"', 'class="box red"'),
    on: '<rect',
    says: 'There is no class `red`. Use `box`, `accent`, `good`, `bad`, `muted`, `region`, `line`, `dashed`, `arrow`, `dot`, `label`, `start`, `end`, `strong`, `small` and `code`.',
  },
  {
    name: 'a text stands outside of a text element',
    file,
    edit: inside('<g>lost</g>'),
    on: 'lost',
    says: 'This text is not shown. Put it into a `text` element.',
  },
  {
    name: 'it has no size',
    file,
    edit: replace(' viewBox="0 0 320 80"', ''),
    on: 1,
    says: 'The size of the drawing is missing. Write `viewBox="0 0 640 200"`, with the width and height you need.',
  },
  {
    name: 'it is too wide',
    file,
    edit: replace('0 0 320 80', '0 0 900 80'),
    on: 1,
    says: 'The drawing is 900 units wide. Draw it in at most 720 units, the width of a page.',
  },
  {
    name: 'it says nothing in words',
    file,
    edit: (text) => text.replace(/<desc>[\s\S]*<\/desc>/, ''),
    on: 1,
    says: 'The drawing says nothing to those who do not see it. Write a short `title`, and in `desc` the whole content in words.',
  },
  {
    name: 'nothing shows it',
    file: 'timers/timer-order/other.svg',
    edit: () =>
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>x</title><desc>x</desc></svg>',
    on: 1,
    says: 'Nothing shows this drawing. Show it in `timer-order.md` with a fence `diagram`, or remove it.',
  },
];
