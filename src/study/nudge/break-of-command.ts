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

/** Texts in quotes, and an output that goes where the other one goes. */
const aside = /"(?:\\.|[^"\\])*"|'[^']*'|\d?>&\d/gs;

/** What ends when a command line of a terminal has ended well; undefined for anything else. */
export function breakOfCommand(line: string): Break | undefined {
  if (line.length > 1000 || /\s--(?:help|version|watch)\b/.test(line)) return undefined;
  const commands = line.trim().replace(aside, '-').split('&&');
  // What comes after `;` or `||`, or takes the output, tells nothing of what came before; `&` doesn't wait for it.
  if (commands.some((command) => /[;|&\n]/.test(command))) return undefined;
  const last = commands.at(-1)?.trim() ?? '';
  return kinds.find(([, pattern]) => pattern.test(last))?.[0];
}
