// A bundle of its own: who never searches never loads the search library.
export { createSearch } from '../../bank/search.ts';
