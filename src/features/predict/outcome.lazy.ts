export { outcomeOf } from './outcome.ts';
