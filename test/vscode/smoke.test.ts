import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
}

describe('The extension', () => {
  const extension = vscode.extensions.getExtension<unknown>('loopwise.loopwise');

  it('is present', () => {
    assert.ok(extension);
  });

  it('activates', async () => {
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });

  it('registers every command that it declares', async () => {
    await extension?.activate();
    const manifest = extension?.packageJSON as Manifest;
    const declared = manifest.contributes?.commands?.map(({ command }) => command) ?? [];
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      declared.filter((command) => !registered.has(command)),
      [],
    );
  });
});
