import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { appendElsewhere, createStudyWorld, next } from './study-world.ts';

const full = () =>
  Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));

describe('Progress', () => {
  let world: ReturnType<typeof createStudyWorld>;

  beforeEach(() => (world = createStudyWorld()));
  afterEach(() => world.dispose());

  const kinds = () =>
    readFileSync(world.file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { kind: string }).kind);

  it('touches no file before it is asked', () => {
    world.window();
    assert.equal(existsSync(world.file), false);
  });

  it('is on disk when recording has ended', async () => {
    await world.window().record('question:q', { kind: 'opened' });
    assert.deepEqual(kinds(), ['opened']);
  });

  it('is there for the next window', async () => {
    await world.window().record('question:q', { kind: 'ticked', point: 'p', on: true });
    const progress = await world.window().load();
    assert.deepEqual([...progress.ticked('q')], ['p']);
  });

  it('tells at once what changed, and nothing when nothing did', async () => {
    const window = world.window();
    const told: unknown[] = [];
    window.onDidChange((cards) => told.push(cards));
    const recorded = window.record('question:q', { kind: 'opened' });
    assert.deepEqual(told, [['question:q']]);
    await recorded;
    await window.record('question:q', { kind: 'opened' });
    assert.equal(told.length, 1);
  });

  it('follows what another process appends', async () => {
    const window = world.window();
    const progress = await window.load();
    const changed = next(window.onDidChange);
    await appendElsewhere(world.file, {
      ...{ v: 1, id: 'elsewhere', at: new Date().toISOString(), card: 'question:q' },
      ...{ kind: 'ticked', point: 'p', on: true },
    });
    assert.deepEqual(await changed, ['question:q']);
    assert.ok(progress.ticked('q').has('p'));
  });

  it('takes the last of two events even when the clock was set back', async () => {
    const window = world.window();
    await appendElsewhere(world.file, {
      ...{ v: 1, id: 'future', at: '2099-01-01T00:00:00.000Z', card: 'question:q' },
      ...{ kind: 'ticked', point: 'p', on: true },
    });
    const progress = await window.load();
    await window.record('question:q', { kind: 'ticked', point: 'p', on: false });
    assert.deepEqual([...progress.ticked('q')], []);
    assert.deepEqual([...(await world.window().load()).ticked('q')], []);
  });

  it('goes on after an event that is dated at the end of time', async () => {
    const window = world.window();
    await appendElsewhere(world.file, {
      ...{ v: 1, id: 'end', at: '+275760-09-13T00:00:00.000Z', card: 'question:q' },
      ...{ kind: 'ticked', point: 'p', on: true },
    });
    const progress = await window.load();
    assert.ok(progress.ticked('q').has('p'));
    await window.record('question:q', { kind: 'ticked', point: 'p', on: false });
    assert.deepEqual([...(await world.window().load()).ticked('q')], []);
  });

  it('writes nothing that it could not read again', async () => {
    const window = world.window();
    await window.record('question:q', { kind: 'opened' });
    const payload = { kind: 'ticked', point: 'p', on: 'yes' } as unknown as { kind: 'opened' };
    await window.record('question:q', payload);
    assert.deepEqual(kinds(), ['opened']);
  });

  describe('that can not be saved', () => {
    const real = vscode.window.showWarningMessage;
    let messages: string[];
    let answer: (text: string | undefined) => void;

    beforeEach(() => {
      messages = [];
      Reflect.set(vscode.window, 'showWarningMessage', (text: string) => {
        messages.push(text);
        return new Promise((resolve) => (answer = resolve));
      });
    });
    afterEach(() => Reflect.set(vscode.window, 'showWarningMessage', real));

    it('is told once, with the reason', async () => {
      const window = world.window(full);
      await window.record('question:q', { kind: 'opened' });
      await window.record('question:r', { kind: 'opened' });
      assert.equal(messages.length, 1);
      assert.match(messages[0] ?? '', /The disk is full/);
    });

    it('counts in this window all the same', async () => {
      const window = world.window(full);
      await window.record('question:q', { kind: 'ticked', point: 'p', on: true });
      assert.ok((await window.load()).ticked('q').has('p'));
    });

    it('is saved by "Try Again", and told again when that fails', async () => {
      let attempts = 0;
      let saved: (text: string) => void = () => undefined;
      const text = new Promise<string>((resolve) => (saved = resolve));
      const window = world.window((_file, written) => {
        attempts += 1;
        if (attempts < 3) return full();
        saved(written);
        return Promise.resolve();
      });
      await window.record('question:q', { kind: 'opened' });
      answer('Try Again');
      while (messages.length < 2) await new Promise(setImmediate);
      answer('Try Again');
      assert.match(await text, /"question:q"/);
    });

    it('is saved when the window closes', async () => {
      const window = world.window(full);
      await window.record('question:q', { kind: 'opened' });
      window.dispose();
      assert.deepEqual(kinds(), ['opened']);
    });
  });
});
