import assert from 'node:assert/strict';
import { fitProgram } from '../../../src/runner/fit-program.ts';
import type { ProgramLocation, RunnableProgram } from '../../../src/runner/model.ts';

const program = (place: Partial<ProgramLocation> = {}): RunnableProgram => ({
  code: 'made of it',
  kind: 'mjs',
  place: { file: '/home/me/main.js', folder: '/home', texts: [], movable: false, ...place },
});
const node = (version: string, electron = false) => ({ version, electron });
const entry = { path: '/home/me/main.js', text: 'in the editor' };
const other = { path: '/home/me/other.js', text: 'edited too' };

describe('A program fitted to a Node', () => {
  it('is taken as it is without a place', () => {
    const own: RunnableProgram = { code: '1', kind: 'cjs' };
    assert.deepEqual(fitProgram(own, node('20.20.2')), { program: own, texts: [] });
  });

  it('runs where it is on any Node when all is saved', () => {
    for (const version of ['20.19.0', '22.15.0', '26.0.0']) {
      const saved = program();
      assert.deepEqual(fitProgram(saved, node(version)), {
        program: saved,
        texts: [],
        folder: '/home',
      });
    }
  });

  for (const version of ['22.15.0', '22.23.1', '23.5.0', '24.0.0', '26.1.0', '27.0.0']) {
    it(`has Node ${version} load what is not saved`, () => {
      const texts = [entry, other];
      assert.deepEqual(fitProgram(program({ texts }), node(version)).texts, texts);
    });
  }

  for (const version of ['20.20.2', '21.7.0', '22.14.9', '23.4.0']) {
    it(`is refused by Node ${version}, by name, when a file it may load is not saved`, () => {
      assert.throws(() => fitProgram(program({ texts: [other] }), node(version)), {
        name: 'CannotRunError',
        why: { reason: 'unsaved', version, files: ['other.js'], compiled: false },
      });
    });

    it(`is copied for Node ${version} when its place makes no difference`, () => {
      const moved = fitProgram(program({ texts: [entry, other], movable: true }), node(version));
      assert.deepEqual(moved, {
        program: { code: 'made of it', kind: 'mjs', entry: 'main.mjs' },
        texts: [],
        folder: '/home',
      });
    });

    it(`stays where it is on Node ${version} when only files are unsaved that it can't load`, () => {
      const saved = program({ texts: [other], movable: true });
      assert.deepEqual(fitProgram(saved, node(version)).program, saved);
    });
  }

  const ts = { file: '/home/me/main.ts' };
  const made = { path: ts.file, text: 'made of it', kind: 'mjs', compiled: true };

  for (const version of ['22.18.0', '23.6.0', '24.0.0', '26.1.0']) {
    it(`leaves TypeScript to Node ${version}`, () => {
      assert.deepEqual(fitProgram(program(ts), node(version)).texts, []);
    });
  }

  it('has JavaScript loaded in place of TypeScript where Node does not read it', () => {
    const unsaved = { ...ts, texts: [{ path: ts.file, text: 'types' }, other] };
    for (const version of ['22.15.0', '22.17.1', '23.5.0']) {
      assert.deepEqual(fitProgram(program(unsaved), node(version)).texts, [other, made]);
    }
    assert.deepEqual(fitProgram(program(ts), node('24.1.0', true)).texts, [made], 'an editor');
  });

  it('copies TypeScript for Node 20, or says why it is not possible', () => {
    const { program: copy } = fitProgram(program({ ...ts, movable: true }), node('20.20.2'));
    assert.deepEqual(copy, { code: 'made of it', kind: 'mjs', entry: 'main.mjs' });
    assert.throws(() => fitProgram(program(ts), node('20.20.2')), {
      why: { reason: 'unsaved', version: '20.20.2', files: ['main.ts'], compiled: true },
    });
  });
});
