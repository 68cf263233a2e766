import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { createAskNode } from '../../../src/runner/ask-node.ts';
import type { NodeProblem } from '../../../src/runner/errors.ts';
import { chooseRuntime, findNodes } from '../../../src/runner/find-node.ts';
import { nodeCandidates } from '../../../src/runner/node-candidates.ts';
import type { NodePlaces } from '../../../src/runner/node-candidates.ts';
import { ensureNode } from '../../../scripts/nodes.mts';

describe('Where Node may be', () => {
  const places = (rest: Partial<NodePlaces>): NodePlaces => ({
    setting: '',
    env: {},
    home: '/home/u',
    platform: 'linux',
    ...rest,
  });

  it('is PATH first, then version managers with the newest version first, then the editor', async () => {
    const folders: Record<string, string[]> = {
      '/home/u/.nvm/versions/node': ['v20.1.0', 'v22.10.0', 'v22.9.0', 'system'],
      '/home/u/.local/share/mise/installs/node': ['24.0.1', 'latest', '24'],
      '/home/u/.volta/tools/image/node': ['21.0.0'],
    };
    const found = await nodeCandidates(
      places({ env: { PATH: '/one:relative::/two' }, editor: { path: '/code', electron: true } }),
      (folder) => Promise.resolve(folders[folder] ?? []),
    );
    assert.deepEqual(
      found.map(({ path, origin }) => [origin, path]),
      [
        ['path', '/one/node'],
        ['path', '/two/node'],
        ['mise', '/home/u/.local/share/mise/installs/node/24.0.1/bin/node'],
        ['mise', '/home/u/.local/share/mise/installs/node/24/bin/node'],
        ['nvm', '/home/u/.nvm/versions/node/v22.10.0/bin/node'],
        ['nvm', '/home/u/.nvm/versions/node/v22.9.0/bin/node'],
        ['volta', '/home/u/.volta/tools/image/node/21.0.0/bin/node'],
        ['nvm', '/home/u/.nvm/versions/node/v20.1.0/bin/node'],
        ['path', '/usr/local/bin/node'],
        ['path', '/opt/homebrew/bin/node'],
        ['path', '/usr/bin/node'],
        ['path', '/snap/bin/node'],
        ['editor', '/code'],
      ],
    );
  });

  it('follows the variables of the version managers', async () => {
    const asked: string[] = [];
    const env = {
      NVM_DIR: '/n',
      FNM_DIR: '/f',
      VOLTA_HOME: '/v',
      ASDF_DATA_DIR: '/a',
      MISE_DATA_DIR: '/m',
      N_PREFIX: '/p',
    };
    await nodeCandidates(places({ env }), (folder) => {
      asked.push(folder);
      return Promise.resolve([]);
    });
    assert.deepEqual(asked, [
      '/n/versions/node',
      '/f/node-versions',
      '/v/tools/image/node',
      '/a/installs/nodejs',
      '/m/installs/node',
      '/p/n/versions/node',
    ]);
  });

  it('follows the variables that move only what was installed', async () => {
    const asked: string[] = [];
    const env = {
      MISE_DATA_DIR: '/m',
      MISE_INSTALLS_DIR: '/i',
      N_PREFIX: '/p',
      N_CACHE_PREFIX: '/c',
    };
    await nodeCandidates(places({ env }), (folder) => {
      asked.push(folder);
      return Promise.resolve([]);
    });
    assert.deepEqual(asked.slice(-2), ['/i/node', '/c/n/versions/node']);
  });

  it('is where each version manager of Windows keeps it', async () => {
    const folders = new Map([
      ['D:\\nvm', ['v20.1.0', 'settings.txt']],
      ['C:\\Users\\u\\AppData\\Roaming\\fnm\\node-versions', ['v22.1.0']],
      ['C:\\Users\\u\\AppData\\Local\\Volta\\tools\\image\\node', ['24.1.0']],
      ['C:\\Users\\u\\AppData\\Local\\mise\\installs\\node', ['23.1.0', 'lts']],
    ]);
    const found = await nodeCandidates(
      places({ platform: 'win32', home: 'C:\\Users\\u', env: { nvm_home: 'D:\\nvm' } }),
      (folder) => Promise.resolve(folders.get(folder) ?? []),
    );
    assert.deepEqual(
      found.filter(({ origin }) => origin !== 'path').map(({ origin, path }) => [origin, path]),
      [
        ['volta', 'C:\\Users\\u\\AppData\\Local\\Volta\\tools\\image\\node\\24.1.0\\node.exe'],
        ['mise', 'C:\\Users\\u\\AppData\\Local\\mise\\installs\\node\\23.1.0\\node.exe'],
        [
          'fnm',
          'C:\\Users\\u\\AppData\\Roaming\\fnm\\node-versions\\v22.1.0\\installation\\node.exe',
        ],
        ['nvm', 'D:\\nvm\\v20.1.0\\node.exe'],
      ],
    );
  });

  it('has the names of Windows on Windows', async () => {
    const found = await nodeCandidates(
      places({
        platform: 'win32',
        home: 'C:\\Users\\u',
        env: { Path: '"C:\\Program Files\\nodejs";D:\\x', APPDATA: 'C:\\Roaming' },
      }),
      (folder) => Promise.resolve(folder === 'C:\\Roaming\\nvm' ? ['v22.1.0'] : []),
    );
    assert.deepEqual(
      found.map(({ path }) => path),
      [
        'C:\\Program Files\\nodejs\\node.exe',
        'D:\\x\\node.exe',
        'C:\\Roaming\\nvm\\v22.1.0\\node.exe',
        'C:\\Users\\u\\AppData\\Local\\Programs\\nodejs\\node.exe',
      ],
    );
  });
});

describe('The Node that runs snippets', function () {
  this.timeout(300_000);
  let folder = '';
  let real = '';
  const at = (path: string) => join(folder, path);

  before(async () => {
    real = await ensureNode('24');
  });
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'loopwise-find-')));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function script(path: string, body: string): Promise<string> {
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    return at(path);
  }
  const version = (number: string, path: string) =>
    script(path, `echo '["${number}","${at(path)}"]'`);

  const choose = (places: Partial<NodePlaces>, limitMs?: number) => {
    const all: NodePlaces = { setting: '', env: {}, home: folder, platform: 'linux', ...places };
    // The system's own folders are left out: what is there is not the test's.
    const ask = createAskNode(all.env, folder, limitMs);
    return chooseRuntime(all, (candidate) =>
      candidate.path.startsWith(folder) || all.setting !== ''
        ? ask(candidate)
        : Promise.resolve({ kind: 'missing' }),
    );
  };
  const path = (...folders: string[]) => ({ PATH: folders.map(at).join(delimiter) });

  it('is the one that the setting names, with `~` for the home folder', async () => {
    await symlink(real, at('mine'));
    await version('22.0.0', 'bin/node');
    const runtime = await choose({ setting: ' ~/mine ', env: path('bin') });
    assert.equal(runtime.origin, 'setting');
    assert.equal(runtime.path, await realpath(real));
    assert.match(runtime.version, /^24\./);
  });

  const broken: Readonly<
    Record<string, readonly [() => Promise<unknown> | undefined, NodeProblem]>
  > = {
    'does not exist': [() => undefined, { kind: 'missing' }],
    'is a folder': [() => mkdir(at('mine')), { kind: 'notAFile' }],
    'may not be run': [() => writeFile(at('mine'), ''), { kind: 'notExecutable' }],
    'is too old': [() => version('18.20.4', 'mine'), { kind: 'tooOld', version: '18.20.4' }],
    'is something else': [() => script('mine', 'echo hello'), { kind: 'notNode' }],
    fails: [
      () => script('mine', 'echo "no such tool" >&2; exit 3'),
      { kind: 'failed', said: 'no such tool' },
    ],
    hangs: [() => script('mine', 'exec /bin/sleep 100'), { kind: 'late' }],
  };
  for (const [what, [make, problem]] of Object.entries(broken)) {
    it(`is none, and the setting is named, when what it names ${what}`, async () => {
      await make();
      await version('22.0.0', 'bin/node');
      const choice = choose(
        { setting: at('mine'), env: path('bin') },
        what === 'hangs' ? 500 : 10_000,
      );
      await assert.rejects(choice, {
        ...{ name: 'NoNodeError', isSetting: true, tried: [{ path: at('mine'), problem }] },
      });
    });
  }

  it('is not looked for relative to anything', async () => {
    await assert.rejects(choose({ setting: 'node' }), {
      tried: [{ path: 'node', problem: { kind: 'notAbsolute' } }],
    });
  });

  it('is the first on PATH that works: old ones and failing shims are passed over', async () => {
    await script('shims/node', 'echo "No version is set for command node" >&2; exit 126');
    await version('18.0.0', 'old/node');
    await version('22.3.0', 'good/node');
    await version('24.0.0', 'later/node');
    const runtime = await choose({ env: path('none', 'shims', 'old', 'good', 'later') });
    assert.deepEqual(runtime, {
      path: at('good/node'),
      version: '22.3.0',
      origin: 'path',
      electron: false,
    });
  });

  it('is the program that a shim leads to', async () => {
    await script('shims/node', `exec "${real}" "$@"`);
    const runtime = await choose({ env: path('shims') });
    assert.equal(runtime.path, await realpath(real));
  });

  it('is the newest of a version manager when PATH has none', async () => {
    await version('22.0.0', '.nvm/versions/node/v22.0.0/bin/node');
    await version('24.1.0', '.asdf/installs/nodejs/24.1.0/bin/node');
    assert.equal((await choose({ env: path('none') })).origin, 'asdf');
  });

  it('is the editor’s own runtime when there is no other', async () => {
    const editor = await script(
      'code',
      `[ "$ELECTRON_RUN_AS_NODE" = 1 ] && echo '["22.19.0","${at('code')}"]'`,
    );
    const runtime = await choose({ editor: { path: editor, electron: true } });
    assert.deepEqual(runtime, {
      path: editor,
      version: '22.19.0',
      origin: 'editor',
      electron: true,
    });
  });

  it('is none when none works; the error says what was tried', async () => {
    await version('18.0.0', 'old/node');
    await script('bad/node', 'exit 1');
    await assert.rejects(choose({ env: path('old', 'bad') }), {
      name: 'NoNodeError',
      isSetting: false,
      tried: [
        { path: at('old/node'), problem: { kind: 'tooOld', version: '18.0.0' } },
        { path: at('bad/node'), problem: { kind: 'failed' } },
      ],
    });
    await assert.rejects(choose({}), { name: 'NoNodeError', isSetting: false, tried: [] });
  });

  it('is not disturbed by NODE_OPTIONS', async () => {
    await symlink(real, at('node'));
    const env = { ...path('.'), NODE_OPTIONS: '--no-such-option' };
    assert.equal((await choose({ env })).origin, 'path');
  });

  it('is asked again only after its file changed', async () => {
    const node = await script('node', `echo x >> "${at('count')}"; echo '["22.0.0","/n"]'`);
    const ask = createAskNode({}, folder);
    const { readFile } = await import('node:fs/promises');
    const times = async () => (await readFile(at('count'), 'utf8')).split('x').length - 1;
    await ask({ path: node, electron: false });
    await ask({ path: node, electron: false });
    assert.equal(await times(), 1);
    await utimes(node, 1, 1);
    await ask({ path: node, electron: false });
    assert.equal(await times(), 2);
    await chmod(node, 0o600);
    await utimes(node, 2, 2);
    assert.equal((await ask({ path: node, electron: false })).kind, 'broken');
  });

  it('is one of all that can be offered, each once', async () => {
    await version('22.0.0', 'a/node');
    await symlink(real, at('b-node'));
    await script('b/node', `exec "${real}" "$@"`);
    await script('c/node', `exec "${real}" "$@"`);
    await version('16.0.0', 'd/node');
    const env = path('a', 'b', 'c', 'd');
    const ask = createAskNode(env, folder);
    const { runtimes, refused } = await findNodes(
      { setting: '', env, home: folder, platform: 'linux' },
      (candidate) =>
        candidate.path.startsWith(folder) ? ask(candidate) : Promise.resolve({ kind: 'missing' }),
    );
    assert.deepEqual(
      runtimes.map((runtime) => runtime.path),
      [at('a/node'), await realpath(real)],
    );
    assert.deepEqual(
      refused.map((refusal) => refusal.path),
      [at('d/node')],
    );
  });

  describe('beside all others', () => {
    const all = (rest: Partial<NodePlaces> = {}) => {
      const places = { setting: '', env: {}, home: folder, platform: 'linux', ...rest } as const;
      const ask = createAskNode(places.env, folder);
      return findNodes(places, (candidate) =>
        candidate.path.startsWith(folder) ? ask(candidate) : Promise.resolve({ kind: 'missing' }),
      );
    };

    it('names every version manager that leads to it, and its place in PATH', async () => {
      const nvm = '.nvm/versions/node/v24.0.0/bin';
      await mkdir(at(nvm), { recursive: true });
      await symlink(real, at(`${nvm}/node`));
      await mkdir(at('.asdf/installs/nodejs/24.0.0/bin'), { recursive: true });
      await symlink(at(`${nvm}/node`), at('.asdf/installs/nodejs/24.0.0/bin/node'));
      const { runtimes, refused } = await all({ env: path(nvm) });
      assert.deepEqual(
        runtimes.map(({ path: file, origin, origins }) => [file, origin, [...origins].sort()]),
        [[await realpath(real), 'path', ['asdf', 'nvm', 'path']]],
      );
      assert.deepEqual(refused, []);
    });

    it('is named with the reason when a version manager left only a folder, and once', async () => {
      await mkdir(at('.volta/tools/image/node/22.0.0'), { recursive: true });
      await version('18.1.0', '.nvm/versions/node/v18.1.0/bin/node');
      const { runtimes, refused } = await all({
        env: path('.nvm/versions/node/v18.1.0/bin', 'no'),
      });
      assert.deepEqual(runtimes, []);
      assert.deepEqual(
        refused.map((refusal) => [refusal.path, refusal.problem.kind]),
        [
          [at('.nvm/versions/node/v18.1.0/bin/node'), 'tooOld'],
          [at('.volta/tools/image/node/22.0.0/bin/node'), 'incomplete'],
        ],
      );
    });

    it('comes first when the setting names it, and is refused by name when that is wrong', async () => {
      await version('22.0.0', 'a/node');
      await version('24.0.0', 'b/node');
      const { runtimes } = await all({ env: path('a'), setting: at('b/node') });
      assert.deepEqual(
        runtimes.map(({ version: number, origin }) => [number, origin]),
        [
          ['24.0.0', 'setting'],
          ['22.0.0', 'path'],
        ],
      );
      const { refused } = await all({ env: path('a'), setting: at('no/node') });
      assert.deepEqual(refused, [{ path: at('no/node'), problem: { kind: 'missing' } }]);
    });
  });
});
