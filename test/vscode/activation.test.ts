import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { snippetChildren } from './children.ts';

// The first file of the suite, by its name: nothing has run yet.
describe('Activation', () => {
  it('starts no process: the first run does', async function () {
    if (process.platform === 'win32') this.skip();
    await vscode.extensions.getExtension('loopwise.loopwise')?.activate();
    assert.deepEqual(snippetChildren(), []);
  });
});
