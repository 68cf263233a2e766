export { readEditor } from './editor-code.ts';
