export { pageTexts } from './texts.ts';
export { timelineTexts } from './timeline-texts.ts';
