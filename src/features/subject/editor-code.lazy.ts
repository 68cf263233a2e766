export { readAgain, readEditor, readEmbedded } from './editor-code.ts';
export { placed } from './place-program.ts';
