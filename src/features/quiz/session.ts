import type { QuizRequest } from '../../shared/quiz.ts';
import type { Contents } from '../pages/page-panel.ts';

/** One quiz, from its first card to its summary. Knows nothing of the panel that shows it. */
export interface QuizSession {
  /** Of what is shown: the same key is the same card. */
  readonly key: string;
  contents(): Promise<Contents>;
  /** Does what the page asks for; what it rejects with has a message for the user. */
  perform(request: QuizRequest): Promise<void>;
  /** What has to be stored, for the quiz to go on after a restart. */
  readonly stored: unknown;
  /** Time in which another editor is active does not count. */
  setActive(active: boolean): void;
  dispose(): void;
}
