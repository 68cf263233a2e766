export { createInline } from './inline.ts';
