import assert from 'node:assert/strict';
import { runtimeItems } from '../../../src/features/runtimes/runtime-items.ts';
import type { PickerState } from '../../../src/features/runtimes/runtime-items.ts';
import type { Refusal } from '../../../src/runner/errors.ts';
import type { FoundRuntime } from '../../../src/runner/find-node.ts';

const first: FoundRuntime = {
  path: '/a/node',
  version: '24.1.0',
  origin: 'path',
  origins: ['path', 'nvm'],
  electron: false,
};
const second: FoundRuntime = { ...first, path: '/b/node', version: '20.1.0', origins: ['n'] };
const old: Refusal = { path: '/old/node', problem: { kind: 'tooOld', version: '16.0.0' } };

const items = (rest: Partial<PickerState> = {}) =>
  runtimeItems({
    found: { runtimes: [first, second], refused: [old] },
    current: first,
    setting: '',
    ...rest,
  });

describe('The picker of Node.js', () => {
  it('offers each Node, and says which one is in use', () => {
    assert.deepEqual(
      items().filter(({ kind }) => kind === 'runtime'),
      [
        { kind: 'runtime', runtime: first, isInUse: true, current: false },
        { kind: 'runtime', runtime: second, isInUse: false, current: false },
      ],
    );
  });

  it('marks what the setting says: a path, or that one is to be found', () => {
    const marked = (rest: Partial<PickerState>) =>
      items(rest).filter((item) => 'current' in item && item.current);
    assert.deepEqual(marked({}), [{ kind: 'automatic', uses: '24.1.0', current: true }]);
    assert.deepEqual(marked({ setting: '/b/node', current: second }), [
      { kind: 'runtime', runtime: second, isInUse: true, current: true },
    ]);
    assert.deepEqual(marked({ setting: '/gone/node', current: undefined }), []);
  });

  it('names what does not work with the reason, last, and only when there is something', () => {
    assert.deepEqual(items().slice(-2), [{ kind: 'notUsable' }, { kind: 'broken', refusal: old }]);
    assert.equal(items({ found: { runtimes: [first], refused: [] } }).at(-1)?.kind, 'file');
  });
});
