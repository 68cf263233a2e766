import type { Broken } from './broken.ts';
import { goodFolder, replace } from './temporary-bank.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = 'timers/topic.yml';
const good = (name: string) => readFileSync(join(goodFolder, name), 'utf8');

export const brokenTopics: readonly Broken[] = [
  {
    name: 'a field is missing',
    file,
    edit: replace('summary: How timers are ordered.\n', ''),
    on: 1,
    says: "`summary` is missing. Write one plain sentence for the tree's tooltip.",
  },
  {
    name: 'a field is misspelt',
    file,
    edit: replace('questions:', 'questions: [timer-order, clear-timers]\nquestion:'),
    on: 'question:',
    column: 1,
    says: 'There is no field `question`. Did you mean `questions`?',
  },
  {
    name: 'a field is unknown',
    file,
    edit: replace('order: 2', 'order: 2\nicon: clock'),
    on: 'icon',
    says: 'There is no field `icon`. The fields are title, order, group, summary, questions.',
  },
  {
    name: 'a second document follows',
    file,
    edit: (text) => `${text}---\norder: 3\n`,
    on: '---',
    column: 1,
    says: 'A second YAML document begins here. Leave out the line `---` and what follows it.',
  },
  {
    name: 'the order is text',
    file,
    edit: replace('order: 2', 'order: second'),
    on: 'order:',
    column: 8,
    says: '`order` is text, not a number. Write its place among the topics, a whole number from 1.',
  },
  {
    name: 'two topics have the same order',
    file,
    edit: replace('order: 2', 'order: 1'),
    on: 'order:',
    says: 'The topic `streams` has the same `order`. Give each topic a place of its own.',
  },
  {
    name: 'a question has no file',
    file,
    edit: replace('- clear-timers', '- clear-timers\n  - drain'),
    on: 'drain',
    column: 5,
    says: 'There is no question `drain` in this topic. Write `drain.md` beside this file, or leave it out here.',
  },
  {
    name: 'a question is not listed',
    file: 'timers/drain.md',
    edit: () => good('timers/clear-timers.md'),
    on: 4,
    inFile: file,
    says: 'The question `drain` is not listed. Add its id at its place in the list.',
  },
  {
    name: 'a question is listed twice',
    file,
    edit: replace('- timer-order', '- timer-order\n  - timer-order'),
    on: 6,
    says: '`timer-order` is listed twice. List each question once.',
  },
  {
    name: 'there is no topic.yml',
    file: 'extra/lost.md',
    edit: () => good('timers/clear-timers.md'),
    on: 1,
    inFile: 'extra/topic.yml',
    says: 'The topic has no `topic.yml`. Write one with `title`, `order`, `summary` and `questions`.',
  },
  {
    name: 'a strange file stands in the folder',
    file: 'timers/notes.txt',
    edit: () => 'x',
    on: 1,
    says: 'This file is not part of the bank. Here stand `topic.yml`, questions and their folders only.',
  },
  {
    name: 'YAML cannot be read',
    file,
    edit: replace('summary: How', 'summary: How: '),
    on: 'summary',
    says: "YAML cannot read this: Nested mappings are not allowed in compact mappings. Check the indentation, and put text with ': ', '#' or a leading '[', '{', '`', '@' or '*' in quotes.",
  },
  {
    name: 'the name of a field is being typed, before others',
    file,
    edit: replace('order: 2', 'lab\norder: 2'),
    on: 'lab',
    says: '`lab` is no field yet. Write a colon, a space and its value after the name of the field.',
  },
  {
    name: 'the name of a field is being typed, as the last one',
    file,
    edit: (text) => `${text.trimEnd()}\nlab`,
    on: 'lab',
    says: '`lab` is no field yet. Write a colon, a space and its value after the name of the field.',
  },
  {
    name: 'a field stands twice',
    file,
    edit: replace('order: 2', 'order: 2\norder: 3'),
    on: 'order: 3',
    says: 'YAML cannot read this: Map keys must be unique. Write each field once.',
  },
];
