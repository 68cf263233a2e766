export { renderAnswer } from './render-answer.ts';
