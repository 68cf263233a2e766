import type { Question } from '../../bank/model.ts';
import type { AnswerProgress } from '../../shared/answer.ts';
import type { Progress } from '../../study/progress.ts';

/** What the log says about one question, in the form the page is told. */
export function answerProgress(question: Question, progress: Progress): AnswerProgress {
  return {
    state: progress.question(question),
    ticked: [...progress.ticked(question.id)],
    answers: Object.fromEntries(progress.answers(question.id)),
    bookmarked: progress.bookmarked(question.id),
    snippets: Object.fromEntries(question.snippets.map((id) => [id, progress.snippet(id)])),
  };
}
