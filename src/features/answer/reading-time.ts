import type { Question } from '../../bank/model.ts';

/** Words of prose an attentive reader of technical text takes in, and lines of code. */
const wordsPerMinute = 200;
const codeLinesPerMinute = 30;

/** Whole minutes to read all that a question's page says, at least one. */
export function readingMinutes(question: Question): number {
  const {
    answer,
    example = '',
    sayIt,
    commonMistake,
    inProduction,
    followUps,
    keyPoints,
  } = question;
  return minutesOf([
    ...[answer, example, sayIt, commonMistake, inProduction],
    ...followUps.flatMap((followUp) => [followUp.question, followUp.answer]),
    ...keyPoints.map((point) => point.text),
  ]);
}

/** Whole minutes to read the answer alone, without what helps to practise it. */
export function answerMinutes({ answer }: Pick<Question, 'answer'>): number {
  return minutesOf([answer]);
}

function minutesOf(texts: readonly string[]): number {
  let codeLines = 0;
  const prose = texts.join('\n\n').replace(/^```[^]*?^```/gm, (fence) => {
    codeLines += fence.split('\n').length - 2;
    return '';
  });
  const words = prose.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / wordsPerMinute + codeLines / codeLinesPerMinute));
}
