// Read by a run's child when a file that it imports needs it, and by the thread that reads programs.
export { parseLoosely } from './parse-loosely.ts';
export { transformTypeScript } from './transform-typescript.ts';
