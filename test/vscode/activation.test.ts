import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { canTellParents, snippetChildren } from './children.ts';

// The first file of the suite, by its name: nothing has run yet.
describe('Activation', () => {
  const itWhereSeen = canTellParents ? it : () => undefined;
  itWhereSeen('starts no process: the first run does', async () => {
    await vscode.extensions.getExtension('loopwise.loopwise')?.activate();
    assert.deepEqual(snippetChildren(), []);
  });
});
