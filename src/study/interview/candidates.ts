import type { StoryTemplate, Problem } from '../../bank/material.ts';
import { levels, type Level } from '../../bank/levels.ts';
import type { Difficulty, Question, Snippet } from '../../bank/model.ts';
import { checkCard } from '../review/review-card.ts';
import type { CardId } from '../event.ts';
import type { Rehearsal } from './format.ts';
import type { InterviewProgram } from './interview-program.ts';

/** What an interview asks: a card of the bank, a program of the drill, a practice problem, or a story from one's own work. */
export type ItemId = CardId | `problem:${string}` | `story:${string}`;

/** Something that can be asked in a format. */
export interface Candidate {
  readonly id: ItemId;
  /** Id of the topic; of stories and problems, the name of their kind. */
  readonly topic: string;
  /** Ids of questions that an answer can lead to, and of the one that it belongs to. */
  readonly near: readonly string[];
  /** How often interviews of this format and level ask it, beside the others. */
  readonly weight: number;
  /** How long it takes. */
  readonly minutes: number;
}

/** What can be asked; nothing of it has to be there. */
export interface Drawable {
  readonly questions: readonly Question[];
  readonly snippets: readonly Snippet[];
  readonly problems: readonly Problem[];
  readonly stories: readonly StoryTemplate[];
}

/** Everything that a format asks at a level; none when the format can't be rehearsed with what is there. */
export function candidatesOf(
  { format, level }: Pick<Rehearsal, 'format' | 'level'>,
  drawable: Drawable,
): readonly Candidate[] {
  const { questions, snippets, problems, stories } = drawable;
  const technical = questions.filter((one) => !isAboutInterviews(one) && !isDesign(one));
  switch (format) {
    case 'screening':
      // Claims are tested with simple questions, whatever the level.
      return technical
        .filter((one) => isUpTo(level, one.level))
        .map((one) => questionCandidate(one, 1, 3));
    case 'deepDive':
      return technical
        .filter((one) => isUpTo(level, one.level) && one.followUps.length > 0)
        .map((one) => questionCandidate(one, levelWeight(level, one.level), 8));
    case 'design':
      return questions
        .filter((one) => isDesign(one) && isUpTo(level, one.level))
        .map((one) => questionCandidate(one, 1, 30));
    case 'assessment':
      return assessed(level, technical, snippets);
    case 'coding':
      return problems
        .filter((one) => isUpTo(level, one.level))
        .map((one) => ({
          ...{ id: `problem:${one.id}`, topic: one.kind, near: one.questions },
          ...{ weight: levelWeight(level, one.level), minutes: one.minutes },
        }));
    case 'behavioural': {
      const told = stories.map((one): Candidate => ({
        ...{ id: `story:${one.id}`, topic: 'behavioural', near: [], weight: 1, minutes: 6 },
      }));
      const asked = questions.filter((one) => one.tags.includes('behavioural'));
      return [
        ...told,
        ...asked
          .filter((one) => isUpTo(level, one.level))
          .map((one) => questionCandidate(one, 1, 6)),
      ];
    }
  }
}

export const programItem = ({ recipe }: Pick<InterviewProgram, 'recipe'>): ItemId =>
  `drill:${recipe}`;

/** As long as a snippet: those of the drill are shorter, and nobody has seen them before. */
export const programCandidate = (program: InterviewProgram): Candidate => ({
  ...{ id: programItem(program), topic: 'drill', near: [], weight: 1, minutes: 4 },
});

/** Designed in an interview, with an outline, rather than answered. */
export const isDesign = ({ tags }: Question): boolean =>
  tags.includes('system design') && !isOnFormats(tags);

const isOnFormats = (tags: readonly string[]): boolean =>
  tags.includes('preparation') || tags.includes('interview');

/** Advice on interviews, which no interviewer asks. */
const isAboutInterviews = ({ tags }: Question): boolean =>
  isOnFormats(tags) || tags.includes('behavioural');

const questionCandidate = (
  { id, topic, related }: Question,
  weight: number,
  minutes: number,
): Candidate => ({ id: `question:${id}`, topic, near: [id, ...related], weight, minutes });

function assessed(
  level: Level,
  questions: readonly Question[],
  snippets: readonly Snippet[],
): readonly Candidate[] {
  const known = new Map(questions.map((one) => [one.id, one]));
  const checks = questions
    .filter((one) => isUpTo(level, one.level))
    .flatMap(({ id, topic, level: its, checks }) =>
      checks.map((check): Candidate => ({
        ...{ id: checkCard(id, check.id), topic, near: [id], minutes: 1.5 },
        // A question has several, and one snippet in three tasks is enough.
        weight: levelWeight(level, its) / checks.length,
      })),
    );
  const predicted = snippets.flatMap((one): Candidate[] => {
    const question = known.get(one.question);
    const weight = difficultyWeight(level, one.difficulty);
    if (!question || weight === 0) return [];
    const { topic } = question;
    const id = `snippet:${one.id}` as const;
    return [{ id, topic, near: [one.question], weight, minutes: 4 }];
  });
  return [...checks, ...predicted];
}

/** Each level is asked what those below it are asked, too. */
const isUpTo = (level: Level, its: Level): boolean => levels.indexOf(its) <= levels.indexOf(level);

/** What a level is asked itself is asked twice as often as what the one below it is asked. */
const levelWeight = (level: Level, its: Level): number =>
  2 ** (levels.indexOf(its) - levels.indexOf(level));

const difficulties: readonly Difficulty[] = ['easy', 'medium', 'hard', 'devilish'];

/** A junior gets easy ones, a senior hard ones; those beside them half as often, and no others. */
function difficultyWeight(level: Level, difficulty: Difficulty): number {
  const far = Math.abs(difficulties.indexOf(difficulty) - levels.indexOf(level));
  return [1, 0.5][far] ?? 0;
}
