import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ensureNode } from '../../../scripts/nodes.mts';
import { stripTypes } from '../../../src/program/strip-types.ts';
import type { Stripped } from '../../../src/program/strip-types.ts';

describe('Types of TypeScript', function () {
  this.timeout(300_000);
  let node = '';
  before(async () => {
    node = await ensureNode('24');
  });

  /** In a Node that can strip types, whichever one runs the tests. */
  async function strip(code: string): Promise<Stripped> {
    const script = `(${inNode.toString()})(${JSON.stringify(code)})`;
    const { stdout } = await promisify(execFile)(node, ['-e', script]);
    const { error, text } = JSON.parse(stdout) as { error?: Error; text?: string };
    const host = (): string => {
      if (error) throw Object.assign(new SyntaxError(error.message), error);
      return text ?? '';
    };
    return stripTypes(code, host);
  }

  it('are blanked out: every line and column stays where it was', async () => {
    const code = 'type A = string;\nconst a: A = "x" as A;\nconsole.log(a satisfies A);\n';
    const stripped = await strip(code);
    assert.ok(stripped.kind === 'stripped');
    assert.equal(stripped.code.length, code.length);
    assert.equal(stripped.code.indexOf('console.log'), code.indexOf('console.log'));
    assert.doesNotMatch(stripped.code, /type|satisfies|as A/);
  });

  it('that leave something behind are refused with their line', async () => {
    const cases = [
      ['\n\nenum Color { Red }', 3, /enum/],
      ['class A {\n  constructor(private x: number) {}\n}', 2, /parameter property/],
      ['namespace N {\n  export const a = 1;\n}', 1, /namespace/],
    ] as const;
    for (const [code, line, message] of cases) {
      const stripped = await strip(code);
      assert.ok(stripped.kind === 'unsupported', JSON.stringify(stripped));
      assert.equal(stripped.line, line);
      assert.match(stripped.message, message);
    }
  });

  it('that are no TypeScript either are told with their line', async () => {
    const stripped = await strip('const a = 1;\nconst = 3;');
    assert.deepEqual([stripped.kind, 'line' in stripped && stripped.line], ['invalid', 2]);
  });

  it('stay where they are on a host that can not strip them', () => {
    assert.deepEqual(stripTypes('let a: number', undefined), { kind: 'unavailable' });
    const withoutAmaro = (): string => {
      throw Object.assign(new Error('no TypeScript'), { code: 'ERR_NO_TYPESCRIPT' });
    };
    assert.deepEqual(stripTypes('let a: number', withoutAmaro), { kind: 'unavailable' });
  });
});

/** Runs in another process: uses nothing of this file. */
function inNode(code: string): void {
  const { stripTypeScriptTypes } = process.getBuiltinModule('module') as unknown as {
    stripTypeScriptTypes: (code: string, options: object) => string;
  };
  try {
    console.log(JSON.stringify({ text: stripTypeScriptTypes(code, { mode: 'strip' }) }));
  } catch (error) {
    const { code: reason, message, stack } = error as NodeJS.ErrnoException;
    console.log(JSON.stringify({ error: { code: reason, message, stack } }));
  }
}
