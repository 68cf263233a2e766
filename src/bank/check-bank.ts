import { closest } from './closest.ts';
import { expectedLines, neverPrinted } from './decoys.ts';
import { groupBy } from './group-by.ts';
import { limits } from './limits.ts';
import type { Mistake, Position, Report } from './mistake.ts';
import type { Snippet } from './model.ts';
import { reportFor } from './mistake.ts';
import type { Order } from '../order/order.ts';
import type { ParsedDiagram } from './parse-diagram.ts';
import type { ParsedQuestion } from './parse-question.ts';
import type { ParsedSnippet } from './parse-snippet.ts';
import type { ParsedTopic } from './parse-topic.ts';
import { idPattern } from './schema.ts';
import { checkOrder } from '../order/check-order.ts';
import { displayText } from '../order/line-text.ts';
import { partOf } from '../order/order-part.ts';
import { hasSeveralOrders } from '../order/order-lines.ts';

/** All files of a bank, each read on its own. */
export interface ParsedBank {
  readonly topics: readonly ParsedTopic[];
  readonly questions: readonly ParsedQuestion[];
  readonly snippets: readonly ParsedSnippet[];
  readonly diagrams: readonly ParsedDiagram[];
}

/**
 * Checks what no single file can know: names, and what the files say about each other.
 * @param outside whether there is a question of that id elsewhere, which links may lead to
 */
export function checkBank(bank: ParsedBank, outside: (id: string) => boolean): Mistake[] {
  const index = indexOf(bank, outside);
  return [
    ...bank.topics.flatMap((topic) => checkTopic(topic, index)),
    ...bank.questions.flatMap((question) => checkQuestion(question, index)),
    ...bank.snippets.flatMap((snippet) => checkSnippet(snippet, index)),
    ...bank.diagrams.flatMap((diagram) => checkDiagram(diagram, index)),
  ];
}

/** A bank may be large, so nothing is looked for by going through all of it. */
interface BankIndex {
  /** The first of each id. */
  readonly questions: ReadonlyMap<string, ParsedQuestion>;
  readonly questionIn: (topic: string, id: string) => ParsedQuestion | undefined;
  readonly questionsOf: (topic: string) => readonly ParsedQuestion[];
  /** What stands in a question's folder. */
  readonly snippetsOf: (place: QuestionFolder) => readonly ParsedSnippet[];
  /** The first of a name in a question's folder. */
  readonly firstSnippet: (place: QuestionFolder, name: string) => ParsedSnippet | undefined;
  readonly diagramsOf: (place: QuestionFolder) => readonly ParsedDiagram[];
  /** By `order`, the first of each. */
  readonly topicAt: (order: number) => ParsedTopic | undefined;
  readonly outside: (id: string) => boolean;
  /** What was probably meant; nothing once very many names were wrong, since each search is long. */
  readonly meant: (word: string, words: () => readonly string[]) => string | undefined;
}

interface QuestionFolder {
  readonly topic: string;
  readonly question: string;
}

function indexOf(bank: ParsedBank, outside: (id: string) => boolean): BankIndex {
  const folder = ({ topic, question }: QuestionFolder): string => `${topic}/${question}`;
  const snippets = groupBy(bank.snippets, folder);
  const diagrams = groupBy(bank.diagrams, folder);
  const questions = groupBy(bank.questions, ({ topic }) => topic);
  const topics = new Map(bank.topics.toReversed().map((topic) => [topic.matter?.order, topic]));
  const placed = new Map(
    bank.questions.toReversed().map((question) => [`${question.topic}/${question.id}`, question]),
  );
  const named = new Map(
    bank.snippets.toReversed().map((snippet) => [`${folder(snippet)}/${snippet.name}`, snippet]),
  );
  let searched = 0;
  return {
    topicAt: (order) => topics.get(order),
    meant: (word, words) => {
      if (++searched > limits.suggestions) return undefined;
      const found = closest(word, words());
      return found === undefined ? undefined : `Did you mean \`${found}\`?`;
    },
    questions: new Map(bank.questions.toReversed().map((question) => [question.id, question])),
    questionIn: (topic, id) => placed.get(`${topic}/${id}`),
    questionsOf: (topic) => questions.get(topic) ?? [],
    snippetsOf: (place) => snippets.get(folder(place)) ?? [],
    firstSnippet: (place, name) => named.get(`${folder(place)}/${name}`),
    diagramsOf: (place) => diagrams.get(folder(place)) ?? [],
    outside,
  };
}

const nameAdvice = 'Use lower-case words and numbers with dashes between, like `event-loop`.';

function checkTopic(topic: ParsedTopic, { topicAt, questionsOf, meant }: BankIndex): Mistake[] {
  const { report, mistakes } = reportFor(topic.file);
  checkName(topic.id, 'folder', report);
  const { matter, at } = topic;
  if (!matter) return mistakes;
  const known = questionsOf(topic.id).map(({ id }) => id);
  const files = new Set(known);
  const listed = new Set(matter.questions);
  const seen = new Set<string>();
  for (const [index, id] of matter.questions.entries()) {
    const place = (): Position => at(['questions', index]);
    if (seen.has(id)) {
      report(place(), `\`${id}\` is listed twice`, 'List each question once.');
    } else if (!files.has(id)) {
      const advice =
        meant(id, () => known) ?? `Write \`${id}.md\` beside this file, or leave it out here.`;
      report(place(), `There is no question \`${id}\` in this topic`, advice);
    }
    seen.add(id);
  }
  for (const id of known.filter((name) => !listed.has(name))) {
    const advice = 'Add its id at its place in the list.';
    report(at(['questions']), `The question \`${id}\` is not listed`, advice);
  }
  const twin = topicAt(matter.order);
  if (twin && twin.id !== topic.id) {
    const advice = 'Give each topic a place of its own.';
    report(at(['order']), `The topic \`${twin.id}\` has the same \`order\``, advice);
  }
  return mistakes;
}

function checkQuestion(question: ParsedQuestion, index: BankIndex): Mistake[] {
  const { questions, snippetsOf, diagramsOf, outside, meant } = index;
  const { report, mistakes } = reportFor(question.file);
  const { id, matter, at, references } = question;
  checkName(id, 'file', report);
  const first = questions.get(id);
  if (first && first !== question) {
    report(
      { line: 1 },
      `The topic \`${first.topic}\` has a question with the same id`,
      'Name one of the files differently.',
    );
  }
  const checkLink = (link: string, linkAt: () => Position): void => {
    if (link !== id && (questions.has(link) || outside(link))) return;
    const message =
      link === id ? 'The question links to itself' : `There is no question \`${link}\``;
    const others = (): string[] => [...questions.keys()].filter((name) => name !== id);
    report(linkAt(), message, meant(link, others) ?? 'Write the id of another question.');
  };
  for (const [place, related] of (matter?.related ?? []).entries()) {
    checkLink(related, () => at(['related', place]));
  }
  for (const link of references.questions) checkLink(link.id, () => link.at);
  const place = placeOf(question);
  if (matter) checkSnippetNames(question, snippetsOf(place), index, report);
  const drawn = diagramsOf(place).map(({ name }) => name);
  const known = new Set(drawn);
  for (const reference of references.diagrams) {
    if (known.has(reference.id)) continue;
    const advice = meant(reference.id, () => drawn) ?? `Write \`${id}/${reference.id}.svg\`.`;
    report(reference.at, `There is no drawing \`${reference.id}\``, advice);
  }
  return mistakes;
}

const placeOf = ({ topic, id }: ParsedQuestion): QuestionFolder => ({ topic, question: id });

function ownerOf({ topic, question }: QuestionFolder, { questionIn, questions }: BankIndex) {
  const owner = questions.get(question);
  return owner?.topic === topic ? owner : questionIn(topic, question);
}

function checkDiagram(diagram: ParsedDiagram, index: BankIndex): Mistake[] {
  const { report, mistakes } = reportFor(diagram.file);
  const { name, question } = diagram;
  checkName(name, 'file', report);
  const owner = ownerOf(diagram, index);
  if (!owner) {
    const advice = `Write \`${question}.md\` beside the folder, or rename the folder.`;
    report({ line: 1 }, `There is no question \`${question}\` for this drawing`, advice);
  } else if (!owner.references.diagrams.some(({ id }) => id === name)) {
    const advice = `Show it in \`${question}.md\` with a fence \`diagram\`, or remove it.`;
    report({ line: 1 }, 'Nothing shows this drawing', advice);
  }
  return mistakes;
}

function checkSnippetNames(
  { id, at, matter, references }: ParsedQuestion,
  own: readonly ParsedSnippet[],
  { meant }: BankIndex,
  report: Report,
): void {
  const names = matter?.snippets ?? [];
  const listed = new Set(names);
  const files = new Set(own.map(({ name }) => name));
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    const place = (): Position => at(['snippets', index]);
    if (seen.has(name)) {
      report(place(), `\`${name}\` is listed twice`, 'List each snippet once.');
    } else if (!files.has(name)) {
      const advice =
        meant(name, () => [...files]) ??
        `Write \`${id}/${name}.cjs\` or \`.mjs\`, or leave it out.`;
      report(place(), `There is no file for the snippet \`${name}\``, advice);
    }
  }
  for (const name of files) {
    if (listed.has(name)) continue;
    const advice = 'Add its name at its place in the list, easy ones first.';
    report(at(['snippets']), `The snippet \`${name}\` is not listed`, advice);
  }
  for (const reference of references.snippets) {
    if (listed.has(reference.id)) continue;
    const advice =
      meant(reference.id, () => names) ?? "Write the name of one of the question's snippets.";
    report(reference.at, `There is no snippet \`${reference.id}\` in this question`, advice);
  }
}

function checkSnippet(parsed: ParsedSnippet, index: BankIndex): Mistake[] {
  const { report, mistakes } = reportFor(parsed.file);
  const { question, name, snippet, at } = parsed;
  const own = index.snippetsOf(parsed);
  checkName(name, 'file', report);
  if (!ownerOf(parsed, index)) {
    const advice = `Write \`${question}.md\` beside the folder, or rename the folder.`;
    report({ line: 1 }, `There is no question \`${question}\` for this snippet`, advice);
  }
  const first = index.firstSnippet(parsed, name);
  if (first && first !== parsed) {
    report(
      { line: 1 },
      `\`${first.name}.${first.kind}\` has the same name`,
      'Name one of the files differently.',
    );
  }
  if (!snippet) return mistakes;
  checkTwin(parsed, own, index, report);
  checkExpectation(snippet.expect, ['expect'], parsed, report);
  for (const [index, { expect }] of snippet.variants.entries()) {
    checkExpectation(expect, ['variants', index, 'expect'], parsed, report);
  }
  checkDecoys(parsed, snippet, report);
  const orders = [snippet.expect, ...snippet.variants.map(({ expect }) => expect)];
  const several = orders.some(hasSeveralOrders);
  if (several && snippet.race === undefined) {
    const advice = 'Write why in a field `race`, or give the one order that is possible.';
    report(at(['expect']), 'More than one output is possible, and nothing says why', advice);
  }
  if (!several && snippet.race !== undefined) {
    const advice = 'Leave `race` out, or give all orders that are possible.';
    report(at(['race']), 'Only one output is possible, so there is no race', advice);
  }
  return mistakes;
}

function checkTwin(
  { snippet, kind, question, name, at }: ParsedSnippet,
  others: readonly ParsedSnippet[],
  { meant }: BankIndex,
  report: Report,
): void {
  if (snippet?.twin === undefined) return;
  const wanted = snippet.twin.slice(question.length + 1);
  const place = at(['twinOf']);
  if (kind !== 'mjs') {
    const advice = 'Leave it out here and write `twinOf` in the ES module.';
    report(place, 'Only an ES module names its twin', advice);
  } else if (!others.some((other) => other.name === wanted && other.kind === 'cjs')) {
    const names = others.filter((other) => other.kind === 'cjs').map((other) => other.name);
    const advice = meant(wanted, () => names) ?? `Write \`${wanted}.cjs\`, or leave it out.`;
    report(place, `There is no CommonJS snippet \`${wanted}\` in this question`, advice);
  } else if (
    others.some(
      (other) => other.name !== name && other.snippet?.twin === snippet.twin && other.name < name,
    )
  ) {
    const advice = 'A snippet has one twin: leave this one out.';
    report(place, `\`${wanted}\` has another twin already`, advice);
  }
}

/** Checks the decoys that an author wrote; derived ones follow the same rules. */
function checkDecoys(
  { decoys = [], at }: ParsedSnippet,
  { expect, variants }: Snippet,
  report: Report,
) {
  const isNever = neverPrinted(expectedLines({ expect, variants }));
  const seen = new Set<string>();
  for (const [index, decoy] of decoys.entries()) {
    const place = at(['decoys', index]);
    const part = partOf(decoy);
    if (part.kind !== 'line') {
      const advice = 'Write one line for each item, like `- timeout` or `- err: timeout`.';
      report(place, 'A decoy is one line', advice);
      continue;
    }
    for (const { message, advice } of checkOrder(decoy)) {
      report(place, message.replace(/\.$/, ''), advice);
    }
    const text = displayText(part.line);
    if (!isNever(part.line)) {
      const advice =
        'Write a line that differs from all of `expect` and `variants` in more than case, spaces and quotes.';
      report(place, `\`${text}\` is printed, so it is not a decoy`, advice);
    } else if (seen.has(text)) {
      report(place, `\`${text}\` is listed twice`, 'List each decoy once.');
    }
    seen.add(text);
  }
}

function checkExpectation(
  order: Order,
  path: readonly PropertyKey[],
  { at }: ParsedSnippet,
  report: Report,
): void {
  for (const mistake of checkOrder(order)) {
    const message = mistake.message.replace(/\.$/, '');
    report(at([...path, ...mistake.path]), message, mistake.advice);
  }
}

function checkName(name: string, what: string, report: Report): void {
  if (!idPattern.test(name)) {
    report({ line: 1 }, `The ${what}'s name \`${name}\` cannot be an id`, nameAdvice);
  }
}
