import { childVariable } from '../protocol.ts';
import type { ChildStart } from '../protocol.ts';

/**
 * Makes the preload invisible: the snippet sees no flags, no module and no variable that a bare
 * `node file` would not show. Worker threads load the preload too and need this part alone.
 * @returns nothing in a worker thread
 */
export function hidePreload(): ChildStart | undefined {
  process.execArgv.length = 0;
  const { _preload_modules: preloads } = process as { _preload_modules?: unknown };
  if (Array.isArray(preloads)) preloads.length = 0;
  Reflect.deleteProperty(require.cache, __filename);
  const start = process.env[childVariable];
  Reflect.deleteProperty(process.env, childVariable);
  // Node.js has read it; it was set for this process alone.
  Reflect.deleteProperty(process.env, 'NODE_V8_COVERAGE');
  return start === undefined ? undefined : (JSON.parse(start) as ChildStart);
}
