/** What the tree shows for a question. `done`: every key point ticked and every check right. */
export type QuestionState = 'new' | 'started' | 'done';

/** What the tree shows for a snippet. `solved`: predicted exactly, or in a possible order. */
export type SnippetState = 'new' | 'tried' | 'solved';
