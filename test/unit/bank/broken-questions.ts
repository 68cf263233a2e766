import type { Broken } from './broken.ts';
import { replace } from './temporary-bank.ts';

const file = 'timers/timer-order.md';
const sayIt =
  'Timers run when they are due, e.g. after 20 ms. The loop looks at `a. b. c. d. e.` them in every turn.';
const points = [
  '- Timers run by the time they are due. {#by-due-time}\n',
  '- Equal delays keep their order. {#equal-delays}\n',
] as const;
const part = (name: string) => `## ${name}\n`;
const production = `${part('In production')}\nUnder load, timers come late.\n\n`;

const frontMatter: readonly Broken[] = [
  {
    name: 'there is no front matter',
    file: 'timers/clear-timers.md',
    edit: (text) => text.slice(text.indexOf('## Answer')),
    on: 1,
    says: 'The file does not start with front matter. Start it with a line `---`, the fields as YAML, and another line `---`.',
  },
  {
    name: 'a field is misspelt',
    file,
    edit: replace('relevantTo:', 'relevantto:'),
    on: 'relevantto',
    column: 1,
    says: 'There is no field `relevantto`. Did you mean `relevantTo`?',
  },
  {
    name: 'a field is empty',
    file,
    edit: replace('level: mid', 'level:'),
    on: 'level',
    column: 1,
    says: '`level` is empty. Write `junior`, `mid` or `senior`.',
  },
  {
    name: 'the level is unknown',
    file,
    edit: replace('level: mid', 'level: middle'),
    on: 'level',
    column: 8,
    says: '`level` cannot be `middle`. Write `junior`, `mid` or `senior`.',
  },
  {
    name: 'the label is longer than the tree is wide',
    file,
    edit: replace('level: mid', 'label: Everything about the order of timers\nlevel: mid'),
    on: 'label',
    column: 8,
    says: '`label` is too long. Write a name for the tree, like `Phases of the event loop`: 32 characters at most.',
  },
  {
    name: 'the tags are text',
    file,
    edit: replace('[timers, event loop]', 'timers'),
    on: 'tags',
    says: '`tags` is text, not a list. List one tag or more, like `[event loop, timers]`.',
  },
  {
    name: 'a tag is a number',
    file,
    edit: replace('[timers, event loop]', '[timers, 20]'),
    on: 'tags',
    column: 16,
    says: "An item of `tags` is a number, not text. Put it in quotes: `'20'`.",
  },
  {
    name: 'there is one source only',
    file,
    edit: replace('  - title: Timers\n    url: https://nodejs.org/api/timers.html\n', ''),
    on: 'sources',
    says: '`sources` has 1 of at least 2. List two or more official sources, each with `title` and `url`.',
  },
  {
    name: 'a source is not https',
    file,
    edit: replace(
      'url: https://nodejs.org/api/timers.html',
      'url: http://nodejs.org/api/timers.html',
    ),
    on: 'url: http:',
    column: 10,
    says: '`url` cannot be `http://nodejs.org/api/timers.html`. Write the whole address, starting with `https://`.',
  },
  {
    name: 'a source has no address',
    file,
    edit: replace('    url: https://nodejs.org/api/timers.html\n', ''),
    on: 'title: Timers',
    says: '`url` is missing. Write the whole address, starting with `https://`.',
  },
  {
    name: 'a related question is not there',
    file,
    edit: replace('related: [clear-timers]', 'related: [clear-timer]'),
    on: 'related',
    column: 11,
    says: 'There is no question `clear-timer`. Did you mean `clear-timers`?',
  },
  {
    name: 'a question is related to itself',
    file,
    edit: replace('related: [clear-timers]', 'related: [timer-order]'),
    on: 'related',
    says: 'The question links to itself. Write the id of another question.',
  },
  {
    name: 'a snippet has no file',
    file,
    edit: replace('timer-or-immediate]', 'timer-or-immediate, lost]'),
    on: 'snippets:',
    says: 'There is no file for the snippet `lost`. Write `timer-order/lost.cjs` or `.mjs`, or leave it out.',
  },
];

const parts: readonly Broken[] = [
  {
    name: 'a part is missing',
    file,
    edit: replace(production, ''),
    on: '## Common mistake',
    says: 'The part `In production` is missing. Write `## In production` after `## Common mistake`.',
  },
  {
    name: 'the first part is missing',
    file: 'timers/clear-timers.md',
    edit: (text) => text.replace(/## Answer[\s\S]*(?=## Say it)/, ''),
    on: 13,
    says: 'The part `Answer` is missing. Write `## Answer` first.',
  },
  {
    name: 'a part is empty',
    file,
    edit: replace('Under load, timers come late.\n', ''),
    on: '## In production',
    says: 'The part `In production` is empty. Write its text below it.',
  },
  {
    name: 'a part comes too late',
    file,
    edit: (text) =>
      replace('## Quick checks', `${production}## Quick checks`)(text.replace(production, '')),
    on: '## In production',
    says: 'The part `In production` comes too late. Put it before `## Follow-ups`.',
  },
  {
    name: 'a part is there twice',
    file,
    edit: replace(production, production + production),
    on: 76,
    says: 'The part `In production` is here twice. Make them one.',
  },
  {
    name: 'a part is unknown',
    file,
    edit: replace(production, `${production}## Notes\n\nNone.\n\n`),
    on: '## Notes',
    says: 'There is no part `Notes`. The parts are Answer, Example, Say it in the interview, Key points, Common mistake, In production, Follow-ups, Quick checks.',
  },
  {
    name: 'text stands before the parts',
    file,
    edit: replace('## Answer', 'Hello.\n\n## Answer'),
    on: 'Hello.',
    says: 'This stands before the first part. Put it below `## Answer`.',
  },
  {
    name: 'a title stands inside a part',
    file,
    edit: replace('### By their time', '### By their time\n\n# Timers'),
    on: '# Timers',
    says: 'There is a heading with one `#`. Use `##` for parts and `###` inside them; the title stands in the front matter.',
  },
  {
    name: 'the answer has no sections',
    file,
    edit: replace('### By their time\n\n', ''),
    on: '## Answer',
    says: 'The answer has no sections. Start each section with a `###` heading.',
  },
  {
    name: 'the answer shows nothing',
    file: 'timers/clear-timers.md',
    edit: (text) => text.replace(/\n(?:\|.*\n)+/, ''),
    on: '## Answer',
    says: 'The answer has no table, list or diagram. Show the main point as one of these; a diagram is a fence `diagram` or `text`.',
  },
  {
    name: 'too little is to be said',
    file,
    edit: replace(sayIt, 'Timers run when they are due.'),
    on: '## Say it',
    says: 'The part `Say it in the interview` has one sentence. Write two to nine sentences, to be spoken.',
  },
  {
    name: 'too much is to be said',
    file,
    edit: replace(sayIt, `${sayIt} One. Two. Three. Four. Five. Six. Seven. Eight.`),
    on: '## Say it',
<<<<<<< HEAD
    says: 'The part `Say it in the interview` has 5 sentences. Write two to nine sentences, to be spoken.',
=======
    says: 'The part `Say it in the interview` has 10 sentences. Write two to nine sentences, to be spoken.',
>>>>>>> cbc19fc (Content: pages are held to the field's words, to speakable answers, to checks that cannot be guessed and to one list of facts)
  },
];

const lists: readonly Broken[] = [
  {
    name: 'a key point has no id',
    file,
    edit: replace(' {#least-time}', ''),
    on: '- A delay is the least time',
    says: 'The key point has no id. End it with an id in lower case with dashes, like `{#six-phases}`.',
  },
  {
    name: 'an id is not one',
    file,
    edit: replace('{#least-time}', '{#Least time}'),
    on: '- A delay is the least time',
    says: '`Least time` cannot be an id. End it with an id in lower case with dashes, like `{#six-phases}`.',
  },
  {
    name: 'two key points have the same id',
    file,
    edit: replace('{#equal-delays}', '{#by-due-time}'),
    on: '- Equal delays',
    says: 'Another key point has the id `by-due-time` too. Give each an id of its own.',
  },
  {
    name: 'there are too few key points',
    file,
    edit: replace(points[1], ''),
    on: '## Key points',
    says: 'There are 3 key points. Write 4 to 8 of them.',
  },
  {
    name: 'there is one key point only',
    file,
    edit: (text) =>
      text.replace(/(## Key points\n\n(?:- .*\n)(?: .*\n)*)(?:- .*\n(?: .*\n)*)+/, '$1'),
    on: '## Key points',
    says: 'There is 1 key point. Write 4 to 8 of them.',
  },
  {
    name: 'a key point is more than a paragraph',
    file,
    edit: replace(points[0], `${points[0]}  - A part of it.\n`),
    on: '- A part of it',
    says: 'A key point is one paragraph. Make it a key point of its own.',
  },
  {
    name: 'key points are no list',
    file,
    edit: replace(points[0], `Hello.\n\n${points[0]}`),
    on: 'Hello.',
    says: 'This does not belong here. Write key points as one list with `- `.',
  },
  {
    name: 'there is one follow-up only',
    file,
    edit: replace('### What is `hasRef` for?\n\n', ''),
    on: '## Follow-ups',
    says: 'There is 1 follow-up. Write 2 to 6, each below a `###` heading.',
  },
  {
    name: 'a follow-up has no answer',
    file,
    edit: replace('It lets the process end.\n', ''),
    on: '### What is `unref`',
    says: 'The follow-up has no answer. Write it below the heading.',
  },
  {
    name: 'a check has no id',
    file,
    edit: replace(' {#what-zero}', ''),
    on: '### What becomes',
    says: 'The quick check has no id. End it with an id in lower case with dashes, like `{#six-phases}`.',
  },
  {
    name: 'no choice is right',
    file,
    edit: replace('- [x] It becomes 1', '- [ ] It becomes 1'),
    on: '### What becomes',
    says: 'No choice is marked as right. Mark exactly one with `- [x]`.',
  },
  {
    name: 'two choices are right',
    file,
    edit: replace('- [ ] It stays 0', '- [x] It stays 0'),
    on: '### What becomes',
    says: '2 choices are marked as right. Mark exactly one with `- [x]`.',
  },
  {
    name: 'a choice has no reason',
    file,
    edit: replace('  > Node.js raises it.\n', ''),
    on: '- [ ] It stays 0',
    says: 'The choice has no reason. Write why it is right or wrong below it, after `> `.',
  },
  {
    name: 'a choice has no box',
    file,
    edit: replace('- [ ] It stays 0', '- It stays 0'),
    on: '- It stays 0',
    says: 'The choice has no box or no text. Write each choice as `- [ ] text` or `- [x] text`, and below it, indented, `> ` and the reason.',
  },
];

const texts: readonly Broken[] = [
  {
    name: 'there is HTML in a line',
    file,
    edit: replace('To take a delay', 'First,\nto take a Promise<void>'),
    on: 'Promise<void>',
    says: 'There is HTML in the text: `<void>`. Write Markdown only; put code such as `Promise<T>` between backticks.',
  },
  {
    name: 'there is a block of HTML',
    file,
    edit: replace('To take a delay for a promise.', 'Text.\n\n<details>\nMore.\n</details>'),
    on: '<details>',
    says: 'There is HTML in the text: `<details>`. Write Markdown only; put code such as `Promise<T>` between backticks.',
  },
  {
    name: 'there is a picture',
    file,
    edit: replace('To take a delay', '![x](https://example.com/x.png) To take a delay'),
    on: '![x]',
    says: 'Pictures are not shown. Draw it as an SVG file and show it with a fence `diagram`, or as a table.',
  },
  {
    name: 'a link leads to no question',
    file,
    edit: replace('question:clear-timers', 'question:clear-timerz'),
    on: 'clear-timerz',
    says: 'There is no question `clear-timerz`. Did you mean `clear-timers`?',
  },
  {
    name: 'a link is relative',
    file,
    edit: replace('question:clear-timers', 'clear-timers.md'),
    on: 'clear-timers.md',
    says: 'The link to `clear-timers.md` cannot be opened. Link to an address with `https://`, or to a question with `[its title](question:its-id)`.',
  },
  {
    name: 'a link would run something',
    file,
    edit: replace('question:clear-timers', 'command:workbench.action.quit'),
    on: 'command:',
    says: 'The link to `command:workbench.action.quit` cannot be opened. Link to an address with `https://`, or to a question with `[its title](question:its-id)`.',
  },
  {
    name: 'a fence names no snippet',
    file,
    edit: replace('```snippet\nby-delay', '```snippet\nby-dely'),
    on: '```snippet',
    says: 'There is no snippet `by-dely` in this question. Did you mean `by-delay`?',
  },
  {
    name: 'a fence names no drawing',
    file,
    edit: replace('\n```diagram\n', '\n```diagram\ndue-time\n```\n\n```diagram\n'),
    on: '```diagram',
    says: 'There is no drawing `due-time`. Did you mean `due-times`?',
  },
  {
    name: 'a fence is JavaScript, and nothing more is said',
    file,
    edit: replace('```js fragment', '```js'),
    on: '```js',
    says: 'The fence `js` does not say what to do with the code. Write `cjs run`, `mjs run` or `js fragment` after the marks.',
  },
  {
    name: 'a fence has no language',
    file,
    edit: replace('```json\n{', '```\n{'),
    on: 86,
    says: 'This code fence has no language. Write its language after the marks, or `text`.',
  },
  {
    name: 'an output follows no program',
    file,
    edit: replace('```text output', 'It prints:\n\n```text output'),
    on: '```text output',
    says: 'This output follows no program. Put it right after a fence `cjs run` or `mjs run`, or write `text` alone.',
  },
  {
    name: 'a fence is never closed',
    file,
    edit: replace('It lets the process end.', '- Lines:\n  ```text\n  code\n\nIt ends.'),
    on: '  ```text',
    says: 'This code fence is never closed. Write a line with the same marks after the code.',
  },
];

export const brokenQuestions = [...frontMatter, ...parts, ...lists, ...texts];
