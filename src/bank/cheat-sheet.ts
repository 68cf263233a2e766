import { firstSentences } from './first-sentences.ts';
import { groupBy } from './group-by.ts';
import { levels, type Level } from './levels.ts';
import type { Bank, Question } from './model.ts';

/** What to read in the last hour: of each question no more than fits on a few lines. */
export interface CheatSheet {
  readonly level: Level;
  /** Topics without a question of these levels are left out; those of packs come last. */
  readonly topics: readonly CheatTopic[];
  /** How many questions it has. */
  readonly count: number;
}

export interface CheatTopic {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  /** The title of the pack that it comes from. */
  readonly pack?: string;
  readonly questions: readonly CheatQuestion[];
}

/** Texts are inline Markdown on one line, unless a field says otherwise. */
export interface CheatQuestion {
  readonly id: string;
  /** Plain text. */
  readonly title: string;
  readonly level: Level;
  /** How an answer could begin: one sentence. */
  readonly sayIt: string;
  readonly keyPoints: readonly string[];
  readonly mistake: string;
}

/** What a sheet is made of. */
export interface CheatBank {
  readonly topics: Bank['topics'];
  readonly questions: readonly Pick<
    Question,
    'id' | 'topic' | 'title' | 'level' | 'sayIt' | 'keyPoints' | 'commonMistake' | 'pack'
  >[];
}

/** Each level is asked what the levels below it are asked, too. */
export function levelsUpTo(level: Level): readonly Level[] {
  return levels.slice(0, levels.indexOf(level) + 1);
}

/** How many questions the sheet of each level has. */
export function countsOf({ topics, questions }: CheatBank): Readonly<Record<Level, number>> {
  const known = new Set(topics.map(({ id }) => id));
  const count = (level: Level): number => {
    const asked = new Set(levelsUpTo(level));
    return questions.filter((one) => asked.has(one.level) && known.has(one.topic)).length;
  };
  return { junior: count('junior'), mid: count('mid'), senior: count('senior') };
}

export function cheatSheet(bank: CheatBank, level: Level): CheatSheet {
  const asked = new Set(levelsUpTo(level));
  const questions = bank.questions.filter((question) => asked.has(question.level));
  const byTopic = groupBy(questions, ({ topic }) => topic);
  const topics = [...bank.topics]
    .sort((a, b) => Number(a.pack !== undefined) - Number(b.pack !== undefined))
    .map(({ id, title, pack }): CheatTopic => ({
      ...{ id, title, ...(pack && { pack: pack.title }) },
      questions: (byTopic.get(id) ?? []).map(cheatQuestion),
    }))
    .filter((topic) => topic.questions.length > 0);
  return { level, topics, count: topics.reduce((sum, topic) => sum + topic.questions.length, 0) };
}

function cheatQuestion(question: CheatBank['questions'][number]): CheatQuestion {
  const { id, title, level, sayIt, keyPoints, commonMistake } = question;
  const [opening = ''] = firstSentences(sayIt);
  return {
    ...{ id, title, level },
    sayIt: opening,
    keyPoints: keyPoints.map(({ text }) => oneLine(text)),
    mistake: mistakeLine(commonMistake),
  };
}

/** A mistake is often quoted first: without the sentence after it, it would read like advice. */
function mistakeLine(text: string): string {
  const [first = '', second] = firstSentences(text);
  const needsMore = /^["“`]/.test(first) || first.length < 40;
  return needsMore && second !== undefined ? `${first} ${second}` : first;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
