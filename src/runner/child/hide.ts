/**
 * Makes the preload invisible: the snippet sees no flags, no module and no variable that a bare
 * `node file` would not show. Worker threads load the preload too and need this part alone.
 */
export function hidePreload(variable: string): string | undefined {
  process.execArgv.length = 0;
  Reflect.deleteProperty(require.cache, __filename);
  const value = process.env[variable];
  Reflect.deleteProperty(process.env, variable);
  return value;
}
