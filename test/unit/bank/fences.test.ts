import assert from 'node:assert/strict';
import { parse } from 'acorn';
import { complaintAboutExample, realExamples, realFences } from './real-examples.ts';
import { realNodes } from './real-runs.ts';
import type { RealNodes } from './real-runs.ts';
import { testedOn } from './tested-on.ts';

describe('a program in an answer prints what the answer says with what it declares', function () {
  this.timeout(120_000);
  let nodes: RealNodes;

  before(async () => {
    nodes = await realNodes();
  });
  after(() => nodes.remove());

  for (const example of realExamples()) {
    it(example.name, async () => {
      for (const major of testedOn(example.content)) {
        assert.equal(await complaintAboutExample(example, nodes, major), undefined);
      }
    });
  }
});

describe('a fragment in an answer is JavaScript', () => {
  for (const { name, fence } of realFences()) {
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
