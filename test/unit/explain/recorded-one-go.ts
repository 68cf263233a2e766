import type { ModuleKind } from '../../../src/bank/model.ts';
import type { Certainty } from '../../../src/explain/rule.ts';

/** A program that shows a rule at work, whatever the machine does. */
export interface RecordedCase {
  readonly rule: string;
  readonly kind?: ModuleKind;
  readonly code: string;
  /** Two of the printed lines, in their order. */
  readonly lines: readonly [string, string];
  readonly certainty?: Certainty;
  /** Words that the text must have. */
  readonly says: RegExp;
}

const log = (text: string) => `() => console.log('${text}')`;

/** Of the rules about one go, and about what the engine does by itself. */
export const oneGoCases: readonly RecordedCase[] = [
  {
    rule: 'exit-code-last',
    code: "console.log('a'); process.exitCode = 3;",
    lines: ['a', '3'],
    says: /exited here/,
  },
  {
    rule: 'error-ends-the-program',
    code: "console.log('a'); throw new Error('b');",
    lines: ['a', 'Error: b'],
    says: /the script had printed/,
  },
  {
    rule: 'called-at-once',
    code: "function f() {\n  console.log('b');\n}\nconsole.log('a');\nf();",
    lines: ['a', 'b'],
    says: /Line 2 is above line 4/,
  },
  {
    rule: 'one-after-the-other',
    code: "console.log('a');\nconsole.log('b');",
    lines: ['a', 'b'],
    says: /printed by the script/,
  },
  {
    rule: 'called-inside',
    code: `process.on('exit', ${log('b')});\nconsole.log('a');\nprocess.exit();`,
    lines: ['a', 'b'],
    says: /The `exit` handler of `process` was called right there/,
  },

  {
    rule: 'called-by-the-engine',
    code: `WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(${log('a')});\nsetTimeout(${log('b')}, 200);`,
    lines: ['a', 'b'],
    certainty: 'unknown',
    says: /`then` callback on line 1 goes back to work of the engine/,
  },
  {
    rule: 'monitor-comes-first',
    code: `process.on('uncaughtExceptionMonitor', ${log('a')});\nthrow new Error('b');`,
    lines: ['a', 'Error: b'],
    says: /only watch/,
  },
];
