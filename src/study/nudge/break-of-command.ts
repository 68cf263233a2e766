import type { Break } from './decide-nudge.ts';

const kinds: readonly (readonly [Break, RegExp])[] = [
  ['commit', /^git\s+(?:-[cC]\s+\S+\s+|-(?![cC]\s)\S+\s+)*commit(?:\s|$)/],
  [
    'tests',
    /^(?:(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?(?:t|test)(?::\S+)?|node\s+(?:--\S+\s+)*--test|(?:npx\s+)?(?:mocha|vitest|jest|ava|tap|playwright\s+test))(?:\s|$)/,
  ],
  [
    'build',
    /^(?:(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?build(?::\S+)?|(?:npx\s+)?(?:tsc|esbuild|webpack|rollup|vite\s+build)|make)(?:\s|$)/,
  ],
];

/** What ends when a command line of a terminal has ended well; undefined for anything else. */
export function breakOfCommand(line: string): Break | undefined {
  if (line.length > 1000 || /\s--(?:help|version|watch)\b/.test(line)) return undefined;
  const commands = line.split(/&&|\|\||;|\n/).map((command) => command.trim());
  // The last thing that was done is what ended.
  for (const command of commands.toReversed()) {
    const found = kinds.find(([, pattern]) => pattern.test(command));
    if (found) return found[0];
  }
  return undefined;
}
