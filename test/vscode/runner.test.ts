import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PredictionOutcome } from '../../src/shared/predict.ts';
import { canTellParents, untilChildren } from './children.ts';

const describeWhereSeen = canTellParents ? describe : () => undefined;

/** The child that waits for the next run, seen from outside. */
describeWhereSeen('The runner', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await set('run.memoryLimit', undefined);
  });

  it('has one Node wait after a run, and runs the next snippet in it', async () => {
    await printed('1');
    for (const kind of ['cjs', 'mjs'] as const) {
      const [waiting] = await untilChildren(1);
      assert.deepEqual(await printed('process.pid', kind), [String(waiting)]);
    }
    await untilChildren(1);
  });

  it('ends it when a setting asks for another kind, which the next run starts', async () => {
    await printed('1');
    const [former] = await untilChildren(1);
    await set('run.memoryLimit', 128);
    await untilChildren(0);
    await printed('1');
    const [waiting] = await untilChildren(1);
    assert.notEqual(waiting, former);
  });

  it('leaves no process behind when the page of a run is closed, but the one that waits', async () => {
    await printed('1');
    await untilChildren(1);
    const endless = run('for (;;);');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const outcome = await endless;
    assert.equal(outcome?.kind === 'notRun' && outcome.reason, 'cancelled');
    await untilChildren(1);
  });
});

const run = (code: string, kind: 'cjs' | 'mjs' = 'cjs') =>
  vscode.commands.executeCommand<PredictionOutcome | undefined>('loopwise.runSnippet', {
    code,
    kind,
    title: 'A test of the runner',
  });

/** What the value prints. */
async function printed(value: string, kind?: 'cjs' | 'mjs'): Promise<string[]> {
  const outcome = await run(`console.log(${value})`, kind);
  assert.ok(outcome?.kind === 'ran', JSON.stringify(outcome));
  return outcome.run.lines.map(({ text }) => text);
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('loopwise')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}
