import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { codeFences } from '../../../src/bank/code-fences.ts';
import type { CodeFence } from '../../../src/bank/code-fences.ts';
import { displayText } from '../../../src/order/line-text.ts';
import { realFiles } from './real-bank.ts';
import { atOnce, realNodes } from './real-runs.ts';
import type { RealNodes } from './real-runs.ts';

interface Place {
  readonly name: string;
  readonly fence: CodeFence;
}

const places = realFiles('.md').flatMap(({ file, path }): Place[] => {
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  return codeFences(text).map((fence) => ({ name: `${file}:${fence.line}`, fence }));
});

describe('a program in an answer prints what the answer says with what it declares', function () {
  this.timeout(120_000);
  let nodes: RealNodes;

  before(async () => {
    nodes = await realNodes();
  });
  after(() => nodes.remove());

  for (const { name, fence } of places) {
    if (fence.kind !== 'run') continue;
    it(name, async () => {
      await atOnce(2, nodes.majors, async (major) => {
        const { module, code, permissions } = fence;
        const { lines, ended } = await nodes.run(major, module, code, permissions);
        assert.equal(ended, 'exit', `Node ${major}`);
        if (fence.output === undefined) return;
        const output = lines.map((line) => `${displayText(line)}\n`).join('');
        assert.equal(output, fence.output, `Node ${major}`);
      });
    });
  }
});

describe('a fragment in an answer is JavaScript', () => {
  for (const { name, fence } of places) {
    if (fence.kind !== 'fragment') continue;
    it(name, () => {
      parse(fence.code, {
        ecmaVersion: 'latest',
        sourceType: 'module',
        allowReturnOutsideFunction: true,
        allowAwaitOutsideFunction: true,
        allowImportExportEverywhere: true,
      });
    });
  }
});
