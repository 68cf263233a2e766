import type { AskedCard } from '../../study/quiz/quiz.ts';
import type { Encounter } from '../../study/review/propose-rating.ts';
import type { QuizCard } from './quiz-card.ts';
import type { ProblemView } from './problem-card.ts';

/** How a card went, for the rating that is suggested. @param ran the last run of a problem's tests */
export function encounterOf(card: QuizCard, asked: AskedCard, ran: ProblemView['ran']): Encounter {
  const { hints, ticks, choice, wrong, gaveUp, tookMs } = asked;
  switch (card.kind) {
    case 'question': {
      const points = card.of.keyPoints;
      const ticked = points.filter(({ id }) => ticks.includes(id)).length;
      return { kind: 'question', ticked, points: points.length, hints, tookMs };
    }
    case 'check': {
      const correct = card.check.choices[choice ?? -1]?.correct === true;
      return { kind: 'check', correct, hints, tookMs };
    }
    case 'problem':
      return { kind: 'problem', solved: ran && ran.failed === 0, hints };
    case 'snippet':
    case 'belief':
      return { kind: 'snippet', wrong, gaveUp, hints, tookMs };
  }
}
