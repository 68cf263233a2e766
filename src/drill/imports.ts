import type { ModuleKind } from '../bank/model.ts';
import type { Program } from './program.ts';
import { expressionsIn, statementsIn } from './walk-program.ts';

/** The lines that import what a program uses, in the order of the modules' names. */
export function importsOf(program: Program): readonly string[] {
  const statements = [...statementsIn(program)];
  const scheduled = new Set(statements.map((one) => (one.do === 'schedule' ? one.how : undefined)));
  const files = (['readFile', 'stat'] as const).filter((name) => scheduled.has(name));
  const emits = statements.some((one) => one.do === 'listen');
  const sleeps = [...expressionsIn(program)].some(({ is }) => is === 'sleep');
  const write = importIn(program.kind);
  return [
    ...(emits ? [write([{ name: 'EventEmitter' }], 'node:events')] : []),
    ...(files.length > 0
      ? [
          write(
            files.map((name) => ({ name })),
            'node:fs',
          ),
        ]
      : []),
    ...(sleeps ? [write([{ name: 'setTimeout', as: 'sleep' }], 'node:timers/promises')] : []),
  ];
}

interface Imported {
  readonly name: string;
  readonly as?: string;
}

const importIn =
  (kind: ModuleKind) =>
  (names: readonly Imported[], from: string): string => {
    const [between, write] =
      kind === 'cjs'
        ? [': ', (list: string) => `const { ${list} } = require('${from}');`]
        : [' as ', (list: string) => `import { ${list} } from '${from}';`];
    return write(names.map(({ name, as }) => (as ? `${name}${between}${as}` : name)).join(', '));
  };
