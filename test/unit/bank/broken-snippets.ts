import type { Broken } from './broken.ts';
import { replace } from './temporary-bank.ts';

const file = 'timers/timer-order/by-delay.cjs';
const race = 'timers/timer-order/timer-or-immediate.mjs';
const line = (text: string) => replace('  - long\n', `  - long\n${text}\n`);

export const brokenSnippets: readonly Broken[] = [
  {
    name: 'there is no front matter',
    file,
    edit: () => "console.log('x');\n",
    on: 1,
    says: 'The file does not start with front matter. Start it with a line `/* ---`, the fields as YAML, and a line `--- */`.',
  },
  {
    name: 'there is no code',
    file,
    edit: (text) => text.slice(0, text.indexOf('--- */') + 7),
    on: '--- */',
    says: 'There is no code. Write the snippet below the front matter.',
  },
  {
    name: 'the comment ends too early',
    file,
    edit: replace('Timers run by', 'Timers */ run by'),
    on: 'Timers */',
    says: 'The comment with the front matter ends here. Write the text without `*/`, which ends a comment in JavaScript.',
  },
  {
    name: 'the difficulty is unknown',
    file,
    edit: replace('difficulty: easy', 'difficulty: esay'),
    on: 'difficulty',
    column: 13,
    says: '`difficulty` cannot be `esay`. Did you mean `easy`?',
  },
  {
    name: 'the expectation is missing',
    file,
    edit: (text) => text.replace(/expect:[\s\S]*?--- \*\//, '--- */'),
    on: 2,
    says: '`expect` is missing. List all lines of output, in quotes where a line is empty.',
  },
  {
    name: 'a line is a number',
    file,
    edit: line('  - 3'),
    on: '- 3',
    column: 5,
    says: "`3` is not read as a line of text. Put it in quotes: `'3'`.",
  },
  {
    name: 'a number stands deep inside an expectation',
    file: race,
    edit: replace('[timeout, immediate]\nvariants', '[timeout, [{ err: x }, 7]]\nvariants'),
    on: 'any',
    column: 31,
    says: "`7` is not read as a line of text. Put it in quotes: `'7'`.",
  },
  {
    name: 'a line with a colon is not in quotes',
    file,
    edit: line('  - data: 3'),
    on: 'data: 3',
    says: '`data` is no notation for expected output. If it is a line of output, put the whole line in quotes; otherwise write one of err, uncaught, exit, any, block, opt, alt.',
  },
  {
    name: 'two notations stand in one item',
    file,
    edit: line('  - err: a\n    exit: 1'),
    on: 'err: a',
    says: 'Here stand 2 notations in one item. Start each one as an item of its own, with `- `.',
  },
  {
    name: 'branches are no list',
    file,
    edit: line('  - any: a'),
    on: 'any: a',
    says: '`any` is text, not a list. Write a list, like `[a, b]`.',
  },
  {
    name: 'the exit code is no code',
    file,
    edit: line('  - exit: true'),
    on: 'exit',
    says: '`exit` cannot be `true`. Write the exit code, from 1 to 255, or the name of the signal.',
  },
  {
    name: 'an order makes no sense',
    file,
    edit: line('  - any: [a]'),
    on: 'any',
    says: '`any` has only one branch, so there is nothing to interleave. Write the branch itself, or one branch a list item: `any: [[a, b], c]`.',
  },
  {
    name: 'lines are not distinct',
    file,
    edit: line('  - main'),
    on: 10,
    says: 'One output can contain the line "main" twice. Let the snippet print distinct lines, as “tick 1” and “tick 2”.',
  },
  {
    name: 'a race is not explained',
    file: race,
    edit: replace('race: It depends on how long the loop took to start.\n', ''),
    on: 'expect',
    says: 'More than one output is possible, and nothing says why. Write why in a field `race`, or give the one order that is possible.',
  },
  {
    name: 'there is no race to explain',
    file,
    edit: replace('expect:', 'race: Chance.\nexpect:'),
    on: 'race',
    says: 'Only one output is possible, so there is no race. Leave `race` out, or give all orders that are possible.',
  },
  {
    name: 'a variant fits every Node',
    file: race,
    edit: replace('  - from: 98\n    to: 99\n    expect', '  - expect'),
    on: '- expect',
    says: 'The variant says neither `from` nor `to`. Say which Node majors it is for, like `from: 22`.',
  },
  {
    name: 'a variant fits no Node',
    file: race,
    edit: replace('to: 99', 'to: 97'),
    on: 'from: 98',
    says: '`from` is above `to`, so the variant fits no Node. Write the lower Node major as `from`; both ends are included.',
  },
  {
    name: 'a permission is unknown',
    file: race,
    edit: replace('[fs-read]', '[fs-raed]'),
    on: 'permissions',
    column: 15,
    says: 'An item of `permissions` cannot be `fs-raed`. Did you mean `fs-read`?',
  },
  {
    name: 'the snippet belongs to no question',
    file: 'timers/lost/x.cjs',
    edit: () =>
      '/* ---\ntitle: x\ndifficulty: easy\nteaches: x\nexpect: x\n--- */\nconsole.log("x");\n',
    on: 1,
    says: 'There is no question `lost` for this snippet. Write `lost.md` beside the folder, or rename the folder.',
  },
  {
    name: 'two snippets have the same name',
    file: 'timers/timer-order/by-delay.mjs',
    edit: () =>
      '/* ---\ntitle: x\ndifficulty: easy\nteaches: x\nexpect: x\n--- */\nconsole.log("x");\n',
    on: 1,
    says: '`by-delay.cjs` has the same name. Name one of the files differently.',
  },
  {
    name: 'a snippet is not listed',
    file: 'timers/timer-order/extra.cjs',
    edit: () =>
      '/* ---\ntitle: x\ndifficulty: easy\nteaches: x\nexpect: x\n--- */\nconsole.log("x");\n',
    on: 12,
    inFile: 'timers/timer-order.md',
    says: 'The snippet `extra` is not listed. Add its name at its place in the list, easy ones first.',
  },
  {
    name: 'a strange file stands beside the snippets',
    file: 'timers/timer-order/data.txt',
    edit: () => 'x',
    on: 1,
    says: "This file is not part of the bank. In a question's folder stand `.cjs` and `.mjs` files only.",
  },
];
