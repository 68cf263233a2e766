export { pageTexts } from './texts.ts';
export { wording } from './wording.ts';
