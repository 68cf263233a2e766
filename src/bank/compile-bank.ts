import { checkBank } from './check-bank.ts';
import type { References } from './check-texts.ts';
import type { ParsedBank } from './check-bank.ts';
import { groupBy } from './group-by.ts';
import { limits } from './limits.ts';
import { lineFeeds } from './line-feeds.ts';
import type { Mistake, Position } from './mistake.ts';
import { byPlace } from './mistake.ts';
import type { Bank, Question, Snippet, Topic } from './model.ts';
import { parseDiagram } from './parse-diagram.ts';
import type { DiagramFile, ParsedDiagram } from './parse-diagram.ts';
import { parseQuestion } from './parse-question.ts';
import type { ParsedQuestion, QuestionFile } from './parse-question.ts';
import { parseSnippet } from './parse-snippet.ts';
import type { ParsedSnippet, SnippetFile } from './parse-snippet.ts';
import type { ParsedTopic, TopicFile } from './parse-topic.ts';
import { parseTopic } from './parse-topic.ts';

/** The texts of a bank, with any line breaks. */
export interface BankFiles {
  readonly topics: readonly TopicFile[];
  readonly questions: readonly QuestionFile[];
  readonly snippets: readonly SnippetFile[];
  readonly diagrams: readonly DiagramFile[];
}

/** How the files are read; one that remembers them makes reading a bank again cheap. */
export interface BankParser {
  readonly topic: (file: TopicFile) => ParsedTopic;
  readonly question: (file: QuestionFile) => ParsedQuestion;
  readonly snippet: (file: SnippetFile) => ParsedSnippet;
  readonly diagram: (file: DiagramFile) => ParsedDiagram;
}

export const bankParser: BankParser = {
  topic: guarded(parseTopic, (...what) => unreadFile.topic(...what), limits.fileLength),
  question: guarded(
    parseQuestion,
    (...what) => unreadFile.question(...what),
    limits.questionLength,
  ),
  snippet: guarded(parseSnippet, (...what) => unreadFile.snippet(...what), limits.fileLength),
  diagram: guarded(parseDiagram, (...what) => unreadFile.diagram(...what), limits.fileLength),
};

type Unread<File, Parsed> = (file: File, message: string, advice: string) => Parsed;

/** What stands for a file of which nothing can be read: its one mistake. */
export const unreadFile: {
  readonly topic: Unread<TopicFile, ParsedTopic>;
  readonly question: Unread<QuestionFile, ParsedQuestion>;
  readonly snippet: Unread<SnippetFile, ParsedSnippet>;
  readonly diagram: Unread<DiagramFile, ParsedDiagram>;
} = {
  topic: ({ id, file }, ...what) => ({ id, file, ...oneMistake(file, ...what), at: atStart }),
  question: ({ id, topic, file }, ...what) => ({
    ...{ id, topic, file, references: noReferences },
    ...oneMistake(file, ...what),
    at: atStart,
  }),
  snippet: (file, ...what) => ({ ...file, ...oneMistake(file.file, ...what), at: atStart }),
  diagram: (file, ...what) => ({ ...file, ...oneMistake(file.file, ...what) }),
};

const oneMistake = (file: string, message: string, advice: string) => ({
  mistakes: [{ file, line: 1, message, advice }],
});
const atStart = (): Position => ({ line: 1 });
const noReferences: References = { questions: [], snippets: [], diagrams: [] };

/** One file that is too long or throws is one mistake, and nothing else is lost by it. */
function guarded<File extends { readonly file: string; readonly text?: string }, Parsed>(
  parse: (file: File) => Parsed,
  unread: Unread<File, Parsed>,
  longest: number,
): (file: File) => Parsed {
  return (source) => {
    const { length } = source.text ?? '';
    if (length > longest) {
      const message = `The file is too long: at most ${longest} characters are read`;
      return unread(source, message, 'Split it, or leave out what it does not need.');
    }
    try {
      return parse(clean(source));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const advice = 'Write it more simply: with less nesting and shorter lists.';
      return unread(source, `The file cannot be read: ${reason}`, advice);
    }
  };
}

/**
 * Reads and checks a bank. A file with a mistake is left out, and what points at it in lists is
 * too; a link in a text to a question that was left out stays.
 * @param outside whether there is a question of that id elsewhere, which links may lead to
 */
export function compileBank(
  files: BankFiles,
  outside: (id: string) => boolean = () => false,
  parser: BankParser = bankParser,
): {
  readonly bank: Bank;
  readonly mistakes: readonly Mistake[];
} {
  const parsed: ParsedBank = {
    topics: files.topics.map((file) => parser.topic(file)),
    questions: files.questions.map((file) => parser.question(file)),
    snippets: files.snippets.map((file) => parser.snippet(file)),
    diagrams: files.diagrams.map((file) => parser.diagram(file)),
  };
  const { topics, questions, snippets, diagrams } = parsed;
  const mistakes = [
    ...[...topics, ...questions, ...snippets, ...diagrams].flatMap((file) => file.mistakes),
    ...checkBank(parsed, outside),
  ].sort(byPlace);
  return { bank: goodParts(parsed, new Set(mistakes.map(({ file }) => file)), outside), mistakes };
}

const clean = <T extends { readonly text?: string }>(file: T): T =>
  file.text === undefined ? file : { ...file, text: lineFeeds(file.text) };

function goodParts(
  { topics, questions, snippets, diagrams }: ParsedBank,
  broken: ReadonlySet<string>,
  outside: (id: string) => boolean,
): Bank {
  const goodSnippets = snippets.flatMap(({ file, snippet }) =>
    snippet && !broken.has(file) ? [snippet] : [],
  );
  const goodQuestions = questions.flatMap(({ file, question }) =>
    question && !broken.has(file) ? [question] : [],
  );
  const drawn = groupBy(diagrams, ({ topic, question }) => `${topic}/${question}`);
  const questionIds = new Set(goodQuestions.map(({ id }) => id));
  const snippetIds = new Set(goodSnippets.map(({ id }) => id));
  const compiled = goodQuestions.map((question): Question => ({
    ...question,
    related: question.related.filter((id) => questionIds.has(id) || outside(id)),
    snippets: question.snippets
      .map((name) => `${question.id}/${name}`)
      .filter((id) => snippetIds.has(id)),
    diagrams: (drawn.get(`${question.topic}/${question.id}`) ?? []).flatMap(({ file, diagram }) =>
      diagram && !broken.has(file) ? [diagram] : [],
    ),
  }));
  const sorted = inOrder(topics);
  const byTopic = groupBy(compiled, ({ topic }) => topic);
  const byId = new Map(goodSnippets.toReversed().map((snippet) => [snippet.id, snippet]));
  const snippetOf = (id: string): Snippet[] => {
    const snippet = byId.get(id);
    return snippet ? [snippet] : [];
  };
  return {
    format: 1,
    topics: sorted.map(compileTopic),
    questions: sorted.flatMap((topic) => questionsOf(topic, byTopic.get(topic.id) ?? [])),
    snippets: withTwins(compiled.flatMap(({ snippets: ids }) => ids.flatMap(snippetOf))),
  };
}

const inOrder = (topics: readonly ParsedTopic[]): ParsedTopic[] =>
  [...topics].sort((a, b) => (a.matter?.order ?? Infinity) - (b.matter?.order ?? Infinity) || 0);

/** A topic whose file is broken goes by its folder's name, so that its questions can be seen. */
const compileTopic = ({ id, matter }: ParsedTopic): Topic => ({
  id,
  title: matter?.title ?? id,
  summary: matter?.summary ?? '',
  ...(matter?.group !== undefined && { group: matter.group }),
});

/** By the topic's list; questions that it forgot come last. */
function questionsOf({ matter }: ParsedTopic, questions: readonly Question[]): Question[] {
  const places = new Map(matter?.questions.map((id, index) => [id, index]));
  const place = ({ id }: Question): number => places.get(id) ?? Infinity;
  return [...questions].sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** Only the ES module of a pair names its twin; in the bank both do. */
function withTwins(snippets: readonly Snippet[]): Snippet[] {
  const ids = new Set(snippets.map(({ id }) => id));
  const twins = new Map<string, string>();
  for (const { id, twin } of snippets) {
    if (twin === undefined || !ids.has(twin)) continue;
    twins.set(id, twin).set(twin, id);
  }
  return snippets.map(({ twin: _, ...snippet }) => {
    const twin = twins.get(snippet.id);
    return twin === undefined ? snippet : { ...snippet, twin };
  });
}
