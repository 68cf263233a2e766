export { readAgain, readEditor } from './editor-code.ts';
export { placed } from './place-program.ts';
