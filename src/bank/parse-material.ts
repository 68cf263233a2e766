import type { z } from 'zod';
import { checkTexts } from './check-texts.ts';
import { lineFeeds } from './line-feeds.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { sectionsOf } from './markdown-sections.ts';
import type { SheetOutline, FinalWeek, Plan, Problem, StoryTemplate } from './material.ts';
import {
  cheatSheetSchema,
  finalWeekSchema,
  planSchema,
  problemSchema,
  templateSchema,
} from './material-schema.ts';
import type { Mistake, Position, Report } from './mistake.ts';
import { reportFor } from './mistake.ts';
import { testNames } from './practice-tests.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import { splitFrontMatter } from './split-front-matter.ts';

/** Whether there is a question of that id. */
export type QuestionExists = (id: string) => boolean;

export interface Parsed<Value> {
  /** Absent when there is a mistake. */
  readonly value?: Value;
  readonly mistakes: readonly Mistake[];
}

export interface MaterialFile {
  readonly file: string;
  readonly text: string;
}

type At = (path: readonly PropertyKey[]) => Position;
type Path = readonly (string | number)[];

export const parsePlan = (file: MaterialFile, exists: QuestionExists): Parsed<Plan> =>
  parseYaml(file, planSchema, ({ weeks }, at, report) => {
    const all = weeks.flatMap(({ items }, week) => placed(items, ['weeks', week, 'items']));
    checkIds(all, at, report);
    checkQuestions(all, exists, at, report);
  });

export const parseFinalWeek = (file: MaterialFile, exists: QuestionExists): Parsed<FinalWeek> =>
  parseYaml(file, finalWeekSchema, (lists, at, report) => {
    const all = Object.entries(lists).flatMap(([name, items]) => placed(items, [name]));
    checkIds(all, at, report);
    checkQuestions(all, exists, at, report);
  });

export const parseCheatSheet = (file: MaterialFile, exists: QuestionExists): Parsed<SheetOutline> =>
  parseYaml(file, cheatSheetSchema, ({ sections }, at, report) => {
    checkQuestions(placed(sections, ['sections']), exists, at, report);
  });

/** A document to be written from; its body has a heading for each part, in their order. */
export function parseTemplate(
  { file, text }: MaterialFile,
  id: string,
  exists: QuestionExists,
): Parsed<StoryTemplate> {
  const { report, mistakes } = reportFor(file);
  const { lines, bodyLine, matter } = parseFile(text, templateSchema, report);
  const { blocks, body } = parseText(lines, bodyLine, exists, report);
  if (matter.value) {
    const { parts } = matter.value;
    checkIds(placed(parts, ['parts']), matter.at, report);
    const { sections } = sectionsOf(blocks, 'h2', lines);
    for (const [index, part] of parts.entries()) {
      const section = sections[index];
      if (section?.title === part.title) continue;
      report(
        section ? { line: section.line } : matter.at(['parts', index, 'title']),
        section
          ? `Here \`## ${part.title}\` is expected, not \`## ${section.title}\``
          : `The part \`${part.title}\` has no heading in the text`,
        'Write a heading `##` for each part of the front matter, in the same order.',
      );
      break;
    }
    const more = sections[parts.length];
    if (more) {
      const advice = 'Add it to `parts` in the front matter, or leave it out.';
      report({ line: more.line }, `The heading \`${more.title}\` is no part`, advice);
    }
  }
  return result(matter.value && { id, ...matter.value, body }, mistakes);
}

export interface ProblemFile extends MaterialFile {
  readonly id: string;
  readonly folder: string;
  /** By name: `start.mjs`, `solution.mjs`, `tests.mjs`. Those that do not exist are absent. */
  readonly code: ReadonlyMap<string, string>;
}

export function parseProblem(
  { file, text, id, folder, code }: ProblemFile,
  exists: QuestionExists,
): Parsed<Problem> {
  const { report, mistakes } = reportFor(file);
  const { lines, bodyLine, matter } = parseFile(text, problemSchema, report);
  const { body } = parseText(lines, bodyLine, exists, report);
  if (matter.value) {
    checkQuestions([{ item: matter.value, path: [] }], exists, matter.at, report);
  }
  const read = (name: string): string => {
    const found = lineFeeds(code.get(name) ?? '');
    if (found.trim() !== '') return found;
    const advice = `Write \`${folder}/${name}\`, as docs/authoring.md explains.`;
    report({ line: 1 }, `The problem has no \`${name}\``, advice);
    return '';
  };
  const files = { start: read('start.mjs'), solution: read('solution.mjs') };
  const all = { ...files, tests: read('tests.mjs') };
  if (matter.value) checkTests(matter.value, testNames(all.tests), matter.at, report);
  return result(matter.value && { id, ...matter.value, task: body, ...all }, mistakes);
}

/** What the front matter says of tests has to be about tests that there are. */
function checkTests(
  { visible, mistakes }: Pick<Problem, 'visible' | 'mistakes'>,
  names: readonly string[],
  at: At,
  report: Report,
): void {
  if (visible >= names.length) {
    const advice = 'Leave one test hidden or more.';
    report(at(['visible']), `Of ${names.length} tests, ${visible} can't be visible`, advice);
  }
  checkIds(placed(mistakes, ['mistakes']), at, report);
  for (const [index, mistake] of mistakes.entries()) {
    if (!('fails' in mistake)) continue;
    for (const [place, name] of mistake.fails.entries()) {
      if (names.includes(name)) continue;
      const path = ['mistakes', index, 'fails', place];
      report(at(path), `There is no test \`${name}\``, 'Write the name of a test in `tests.mjs`.');
    }
  }
}

function parseYaml<S extends z.ZodType>(
  { file, text }: MaterialFile,
  schema: S,
  check: (value: z.output<S>, at: At, report: Report) => void,
): Parsed<z.output<S>> {
  const { report, mistakes } = reportFor(file);
  const { value, at } = parseFrontMatter(lineFeeds(text), 1, schema, report);
  if (value !== undefined) check(value, at, report);
  return result(value, mistakes);
}

function parseFile<S extends z.ZodType>(text: string, schema: S, report: Report) {
  const lines = lineFeeds(text).split('\n');
  const { yaml, bodyLine } = splitFrontMatter(lines, report);
  const matter =
    yaml === undefined
      ? { at: (): Position => ({ line: 1 }) }
      : parseFrontMatter(yaml, 2, schema, report);
  const value: z.output<S> | undefined = 'value' in matter ? matter.value : undefined;
  return { lines, bodyLine, matter: { at: matter.at, value } };
}

function parseText(
  lines: readonly string[],
  bodyLine: number,
  exists: QuestionExists,
  report: Report,
) {
  const body = lines.slice(bodyLine - 1).join('\n');
  const blocks = markdownBlocks(body, bodyLine);
  const { questions, snippets, diagrams } = checkTexts(blocks, lines, report);
  for (const { id, at } of questions) if (!exists(id)) reportQuestion(id, at, report);
  for (const { at } of [...snippets, ...diagrams]) {
    report(at, 'Here no snippet or drawing can be shown', 'Write it as code or as a list.');
  }
  if (body.trim() === '') {
    report({ line: lines.length }, 'There is no text below the front matter', 'Write it.');
  }
  return { blocks, body: body.trim() };
}

interface Placed<Item> {
  readonly item: Item;
  readonly path: Path;
}

const placed = <Item>(items: readonly Item[], path: Path): Placed<Item>[] =>
  items.map((item, index) => ({ item, path: [...path, index] }));

function checkIds(items: readonly Placed<{ readonly id: string }>[], at: At, report: Report): void {
  const seen = new Set<string>();
  for (const { item, path } of items) {
    if (seen.has(item.id)) {
      const advice = 'Give each its own id; progress is stored under it.';
      report(at([...path, 'id']), `The id \`${item.id}\` is there twice`, advice);
    }
    seen.add(item.id);
  }
}

function checkQuestions(
  items: readonly Placed<{ readonly questions: readonly string[] }>[],
  exists: QuestionExists,
  at: At,
  report: Report,
): void {
  for (const { item, path } of items) {
    for (const [index, id] of item.questions.entries()) {
      if (!exists(id)) reportQuestion(id, at([...path, 'questions', index]), report);
    }
  }
}

const reportQuestion = (id: string, at: Position, report: Report): void => {
  report(at, `There is no question \`${id}\``, 'Write the id of a question of the bank.');
};

const result = <Value>(value: Value | undefined, mistakes: readonly Mistake[]): Parsed<Value> =>
  value === undefined || mistakes.length > 0 ? { mistakes } : { value, mistakes };
