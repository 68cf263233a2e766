/**
 * Whether running a program a second time can't be noticed by anything but itself: it names no
 * module and no global that writes files, reaches the network or other processes, or waits for
 * input. Names are looked for in the text, comments and strings too: a mistake costs a second run,
 * never a second effect.
 */
export function mayRunTwice(code: string): boolean {
  return (
    !outside.some((names) => names.test(code)) &&
    modulesOf(code).every((name) => harmless.has(name))
  );
}

const outside = [
  /\b(?:fetch|WebSocket|EventSource|eval|createWriteStream|localStorage|stdin)\b/,
  /\bprocess\s{0,9}\.\s{0,9}(?:kill|binding|dlopen|chdir|abort|send|getBuiltinModule)\b/,
  /\b(?:Function|rename|unlink|rm|rmdir|mkdir|mkdtemp|truncate|ftruncate|link|symlink)(?:Sync)?\s{0,9}\(/,
  /\b(?:writeFile|writev|appendFile|copyFile|chmod|chown|utimes|open|cp)(?:Sync)?\s{0,9}\(/,
  // Standard input by its number: a second run would wait for it once more.
  /\bread(?:File|v)?(?:Sync)?\s{0,9}\(\s{0,9}0\b|\bfd\s{0,9}:\s{0,9}0\b|\bopenStdin\b/,
  // What they load is another file.
  /\b(?:createRequire|Worker)\b/,
  // Of a computed name nobody knows what it calls.
  /\b(?:process|fs|globalThis)\s{0,9}\[/,
];

/** A module whose name is put together at run time may be any. */
function modulesOf(code: string): string[] {
  const named = [
    ...code.matchAll(/\b(?:require|import)\s*\(\s*(['"`])([^'"`]*)\1\s*[,)]/g),
    ...code.matchAll(/\b(?:from|import)\s*(['"])([^'"]*)\1/g),
  ].map((match) => (match[2] ?? '').replace(/^node:/, ''));
  const calls = [...code.matchAll(/\b(?:require|import)\s*\(/g)].length;
  const literal = [...code.matchAll(/\b(?:require|import)\s*\(\s*(['"`])[^'"`$]*\1\s*[,)]/g)]
    .length;
  return calls === literal ? named : [...named, '?'];
}

const harmless = new Set([
  ...[
    'assert',
    'assert/strict',
    'async_hooks',
    'buffer',
    'console',
    'crypto',
    'diagnostics_channel',
  ],
  ...[
    'events',
    'fs',
    'fs/promises',
    'module',
    'os',
    'path',
    'path/posix',
    'perf_hooks',
    'punycode',
  ],
  ...['querystring', 'stream', 'stream/promises', 'stream/web', 'string_decoder', 'timers'],
  ...['timers/promises', 'url', 'util', 'util/types', 'v8', 'vm', 'worker_threads', 'zlib'],
]);
