export { runEverywhere } from './run-everywhere.ts';
export { runMany } from './run-many.ts';
