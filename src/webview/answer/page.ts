import type { AnswerKept, AnswerRequest } from '../../shared/answer.ts';
import type { PageContext } from '../page/start.ts';

/** What the parts of the page are given. */
export type AnswerPageContext = PageContext<AnswerRequest, AnswerKept>;
