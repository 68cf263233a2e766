// All that runs snippets, in a bundle of its own: most sessions start without running one.
export { createAskNode } from './ask-node.ts';
export { chooseRuntime, findNodes } from './find-node.ts';
export { runSnippet } from './run-snippet.ts';
export type { RunOptions } from './run-snippet.ts';
export { createWarmPool } from './warm-pool.ts';
export type { WarmPool } from './warm-pool.ts';
