export { renderAnswer } from './render-answer.ts';
export { noteHtml } from './render-notes.ts';
