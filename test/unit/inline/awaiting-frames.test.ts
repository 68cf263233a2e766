import assert from 'node:assert/strict';
import { awaitingFrames } from '../../../src/inline/awaiting-frames.ts';
import { useRunWorld } from '../runner/run-world.ts';

describe('Frames that waited for an error', () => {
  const world = useRunWorld();

  it('are those of async functions and of the module, innermost first', async () => {
    const code = `async function inner() {
  await null;
  throw new Error('x');
}
async function outer() {
  await inner();
}
await outer();
`;
    const { error } = await world.run(code, { kind: 'mjs' });
    const frames = awaitingFrames(error?.stack ?? '');
    assert.deepEqual(
      frames.map(({ name, line }) => [name, line]),
      [
        ['outer', 6],
        [undefined, 8],
      ],
    );
    assert.match(frames[1]?.file ?? '', /snippet\.mjs$/);
  });

  it('name a function as it was declared, whatever calls it', async () => {
    const code = `async function outer() {
  await null;
  await inner();
}
const inner = async () => {
  await null;
  throw new Error('x');
};
setTimeout(outer, 1);
`;
    const { error } = await world.run(code);
    assert.deepEqual(
      awaitingFrames(error?.stack ?? '').map(({ name, line }) => [name, line]),
      [['outer', 3]],
    );
  });

  it('are read from any stack, without those of Node.js and packages', () => {
    const stack = [
      'Error: at async nobody (/not/a/frame.js:1:1)',
      '    at inner (/a b/x.js:1:2)',
      '    at async Promise.all (index 0)',
      '    at async Object.get [as x] (/a b/x (1).js:3:4)',
      '    at async node:internal/modules/run_main:5:6',
      '    at async lib (/a/node_modules/lib/i.js:7:8)',
      '    at async file:///C:/a%20b/y.mjs:9:1',
    ].join('\n');
    assert.deepEqual(awaitingFrames(stack), [
      { name: 'get', file: '/a b/x (1).js', line: 3 },
      { file: 'file:///C:/a%20b/y.mjs', line: 9 },
    ]);
    assert.deepEqual(awaitingFrames('Error: x'), []);
    const deep = Array.from({ length: 30 }, (_, at) => `    at async f (/x.js:${at}:1)`);
    assert.equal(awaitingFrames(deep.join('\n')).length, 8);
  });
});
