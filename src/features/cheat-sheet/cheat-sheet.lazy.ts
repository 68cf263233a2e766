export { cheatSheet } from '../../bank/cheat-sheet.ts';
export { cheatSheetMarkdown } from '../../bank/cheat-sheet-markdown.ts';
export { cheatSheetHtml } from './export-html.ts';
export { countsOf, pageBody } from './page-body.ts';
