import assert from 'node:assert/strict';
import { runtimeItems } from '../../../src/features/runtimes/runtime-items.ts';
import type { PickerState, PickerTexts } from '../../../src/features/runtimes/runtime-items.ts';
import type { FoundRuntime } from '../../../src/runner/find-node.ts';

const texts: PickerTexts = {
  automatic: 'Automatic',
  automaticDetail: 'how',
  file: 'File',
  found: 'Found',
  broken: 'Broken',
  inUse: 'in use',
  origins: {
    setting: 'settings',
    path: 'PATH',
    nvm: 'nvm',
    fnm: 'fnm',
    volta: 'Volta',
    asdf: 'asdf',
    mise: 'mise',
    n: 'n',
    editor: 'VS Code',
  },
};

const first: FoundRuntime = {
  path: '/a/node',
  version: '24.1.0',
  origin: 'path',
  origins: ['path', 'nvm'],
  electron: false,
};
const second: FoundRuntime = { ...first, path: '/b/node', version: '20.1.0', origins: ['n'] };

const items = (rest: Partial<PickerState> = {}) =>
  runtimeItems(
    {
      found: {
        runtimes: [first, second],
        refused: [{ path: '/old/node', reason: 'is version 16.0.0' }],
      },
      current: first,
      setting: '',
      ...rest,
    },
    texts,
  );

describe('The picker of Node.js', () => {
  it('offers each Node with its version, all that leads to it, and its path', () => {
    const runtimes = items().filter(({ kind }) => kind === 'runtime');
    assert.deepEqual(runtimes, [
      {
        kind: 'runtime',
        label: 'Node.js 24.1.0',
        description: 'PATH, nvm, in use',
        detail: '/a/node',
        path: '/a/node',
        current: false,
      },
      {
        kind: 'runtime',
        label: 'Node.js 20.1.0',
        description: 'n',
        detail: '/b/node',
        path: '/b/node',
        current: false,
      },
    ]);
  });

  it('marks what the setting says: a path, or that one is to be found', () => {
    const marked = (rest: Partial<PickerState>) =>
      items(rest).flatMap((item) => (item.kind !== 'heading' && item.current ? [item.label] : []));
    assert.deepEqual(marked({}), ['Automatic']);
    assert.deepEqual(marked({ setting: '/b/node', current: second }), ['Node.js 20.1.0']);
    assert.deepEqual(marked({ setting: '/gone/node', current: undefined }), []);
  });

  it('names what does not work with the reason, last, and only when there is something', () => {
    assert.deepEqual(items().slice(-2), [
      { kind: 'heading', label: 'Broken' },
      { kind: 'broken', label: '/old/node', detail: 'is version 16.0.0', current: false },
    ]);
    const { runtimes } = { runtimes: [first] };
    assert.equal(items({ found: { runtimes, refused: [] } }).at(-1)?.kind, 'file');
  });
});
