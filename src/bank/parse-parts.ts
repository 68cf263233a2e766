import type { Block } from './markdown-blocks.ts';
import type { Section } from './markdown-sections.ts';
import { sectionsOf, splitId } from './markdown-sections.ts';
import type { Report } from './mistake.ts';
import type { Check, Choice, FollowUp, KeyPoint } from './model.ts';
import { idPattern } from './schema.ts';

const idAdvice = 'End it with an id in lower case with dashes, like `{#six-phases}`.';

/** Key points: one list, an id behind each. */
export function parseKeyPoints(part: Section, report: Report): KeyPoint[] {
  const list = onlyList(part.blocks, part.line, report, 'Write key points as one list with `- `.');
  const points = list.map((item) => {
    const [paragraph, more] = item.blocks;
    if (more) {
      report(
        { line: more.line },
        'A key point is one paragraph',
        'Make it a key point of its own.',
      );
    }
    return { ...parseId(paragraph?.text ?? '', item.line, 'key point', report), line: item.line };
  });
  if (list.length > 0 && (list.length < 4 || list.length > 8)) {
    const count = list.length === 1 ? 'is 1 key point' : `are ${list.length} key points`;
    report({ line: part.line }, `There ${count}`, 'Write 4 to 8 of them.');
  }
  reportTwice(points, 'key point', report);
  return points.map(({ id, text }) => ({ id, text }));
}

/** Follow-ups: a heading with the question each, its answer below. */
export function parseFollowUps(
  part: Section,
  lines: readonly string[],
  report: Report,
): FollowUp[] {
  const { before, sections } = sectionsOf(part.blocks, 'h3', lines, endOf(part));
  reportStray(before, report, 'Start each follow-up with its question as a `###` heading.');
  for (const { title, text, line } of sections) {
    if (title === '') report({ line }, 'The heading is empty', 'Write the question after `###`.');
    if (text === '') report({ line }, 'The follow-up has no answer', 'Write it below the heading.');
  }
  if (sections.length < 2 || sections.length > 6) {
    const count = sections.length === 1 ? 'is 1 follow-up' : `are ${sections.length} follow-ups`;
    report({ line: part.line }, `There ${count}`, 'Write 2 to 6, each below a `###` heading.');
  }
  return sections.map(({ title, text }) => ({ question: title, answer: text }));
}

/** Quick checks: a heading with an id each, and a list of choices with reasons. */
export function parseChecks(part: Section, lines: readonly string[], report: Report): Check[] {
  const { before, sections } = sectionsOf(part.blocks, 'h3', lines, endOf(part));
  reportStray(before, report, 'Start each check with its question as a `###` heading.');
  const checks = sections.map((section) => {
    const { id, text } = parseId(section.title, section.line, 'quick check', report);
    return { id, question: text, choices: parseChoices(section, report), line: section.line };
  });
  if (checks.length < 2) {
    const count = checks.length === 1 ? 'is 1 quick check' : 'are no quick checks';
    report({ line: part.line }, `There ${count}`, 'Write 2 or more, each below a `###` heading.');
  }
  reportTwice(checks, 'quick check', report);
  return checks.map(({ id, question, choices }) => ({ id, question, choices }));
}

const choiceAdvice =
  'Write each choice as `- [ ] text` or `- [x] text`, and below it, indented, `> ` and the reason.';

function parseChoices(section: Section, report: Report): Choice[] {
  const list = onlyList(section.blocks, section.line, report, choiceAdvice);
  const choices = list.map((item) => parseChoice(item, report));
  const right = choices.filter(({ correct }) => correct).length;
  if (list.length === 1) {
    report({ line: section.line }, 'There is only one choice', 'Write two choices or more.');
  }
  if (list.length > 0 && right !== 1) {
    const count = right === 0 ? 'No choice is' : `${right} choices are`;
    report({ line: section.line }, `${count} marked as right`, 'Mark exactly one with `- [x]`.');
  }
  return choices;
}

function parseChoice(item: Block, report: Report): Choice {
  const at = { line: item.line };
  const [paragraph, quote, more] = item.blocks;
  const match = /^\[([ xX])\]\s+(\S[\s\S]*)$/.exec(paragraph?.text ?? '');
  if (!match) report(at, 'The choice has no box or no text', choiceAdvice);
  const reason =
    quote?.type === 'blockquote' ? quote.blocks.map(({ text }) => text).join('\n\n') : '';
  if (reason.trim() === '') {
    report(at, 'The choice has no reason', 'Write why it is right or wrong below it, after `> `.');
  }
  const odd = more ?? quote?.blocks.find(({ type }) => type !== 'paragraph');
  if (reason !== '' && odd) {
    report({ line: odd.line }, 'A choice is one paragraph and its reason', choiceAdvice);
  }
  return { text: match?.[2] ?? '', correct: match?.[1]?.toLowerCase() === 'x', reason };
}

function parseId(
  source: string,
  line: number,
  what: string,
  report: Report,
): { readonly id: string; readonly text: string } {
  const { id, text } = splitId(source);
  if (text === '') report({ line }, `The ${what} has no text`, 'Write it in front of its id.');
  if (id === undefined) report({ line }, `The ${what} has no id`, idAdvice);
  else if (!idPattern.test(id)) report({ line }, `\`${id}\` cannot be an id`, idAdvice);
  return { id: id ?? '', text };
}

function reportTwice(
  items: readonly { readonly id: string; readonly line: number }[],
  what: string,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const { id, line } of items) {
    if (id !== '' && seen.has(id)) {
      report({ line }, `Another ${what} has the id \`${id}\` too`, 'Give each an id of its own.');
    }
    seen.add(id);
  }
}

/** The items of the one list that these blocks have to be. */
function onlyList(
  blocks: readonly Block[],
  line: number,
  report: Report,
  advice: string,
): readonly Block[] {
  const list = blocks.find(({ type }) => type === 'bullet_list');
  const stray = blocks.filter((block) => block !== list);
  if (!list && stray.length === 0) report({ line }, 'There is no list below the heading', advice);
  reportStray(stray, report, advice);
  return list?.blocks ?? [];
}

function reportStray(blocks: readonly Block[], report: Report, advice: string): void {
  const [first] = blocks;
  if (first) report({ line: first.line }, 'This does not belong here', advice);
}

const endOf = (part: Section): number =>
  part.blocks.reduce((end, block) => Math.max(end, block.end), part.line + 1);
