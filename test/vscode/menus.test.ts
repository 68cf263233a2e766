import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly (Binding & { readonly mac?: string })[];
    readonly menus: Readonly<Record<string, readonly Item[]>>;
    readonly submenus: readonly { readonly id: string }[];
  };
}

describe('Keys and menus', () => {
  let manifest: Manifest['contributes'];

  before(() => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    manifest = (extension.packageJSON as Manifest).contributes;
  });

  it('take no key from VS Code or the extensions that come with it', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const all = parse((await vscode.workspace.openTextDocument(uri)).getText()) as Binding[];
    assert.ok(all.length > 300, String(all.length));
    const ours = all.filter(({ command }) => command.startsWith('loopwise.'));
    assert.deepEqual(
      ours.map(({ command }) => command).toSorted(),
      manifest.keybindings.map(({ command }) => command).toSorted(),
    );
    // The first of two keys is taken from whoever has it alone.
    const firstOf = (key: string) => key.split(' ')[0];
    // Within the answer page, going back and forward means its questions, as in a browser.
    const meansTheSame = new Set([
      'workbench.action.navigateBack',
      'workbench.action.navigateForward',
    ]);
    const taken = all.filter(
      ({ key, command }) =>
        !command.startsWith('loopwise.') &&
        !meansTheSame.has(command) &&
        ours.some((own) => firstOf(own.key) === firstOf(key) && own.key.includes(' ')),
    );
    assert.deepEqual(taken, []);
    for (const { when, command } of ours) assert.ok(when, `${command} has a condition`);
    const clauses = (when = '') => when.split(' && ');
    /** One key may do two things where one's condition rules out the other's. */
    const areApart = (one: string | undefined, other: string | undefined) =>
      clauses(one).some((clause) => clauses(other).includes(`!${clause}`));
    for (const [at, { key, when }] of ours.entries()) {
      for (const other of ours.slice(at + 1).filter((later) => later.key === key)) {
        assert.ok(areApart(when, other.when) || areApart(other.when, when), key);
      }
    }
  });

  it('offer what is about code in one submenu, of editors and of the Explorer', () => {
    const { menus, submenus } = manifest;
    for (const menu of ['editor/context', 'explorer/context']) {
      const [item, ...more] = menus[menu] ?? [];
      assert.deepEqual([item?.submenu, more], ['loopwise.code', []], menu);
      assert.match(item?.when ?? '', /resourceExtname/);
    }
    const used = Object.values(menus).flatMap((items) =>
      items.flatMap(({ submenu }) => submenu ?? []),
    );
    assert.deepEqual(
      submenus.map(({ id }) => id),
      [...new Set(used)],
    );
    for (const { id } of submenus) assert.ok((menus[id] ?? []).length > 2, id);
  });

  it('open a tab beside the file whose title is not the name of the file', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'own-code-title.cjs');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('console.log(1);\n'));
    try {
      // As the Explorer hands it over.
      for (const id of ['loopwise.predictSnippet', 'loopwise.runManyTimes']) {
        void vscode.commands.executeCommand(id, file, [file]);
        const title = await webviewTitle(/own-code-title/);
        assert.notEqual(title, 'own-code-title.cjs');
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      }
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});

/** Resolves with the title of the first page whose title is wanted. */
function webviewTitle(wanted: RegExp): Promise<string> {
  const { tabGroups } = vscode.window;
  return new Promise((resolve) => {
    const look = (): void => {
      const found = tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input, label }) => input instanceof vscode.TabInputWebview && wanted.test(label));
      if (!found) return;
      listener.dispose();
      resolve(found.label);
    };
    const listener = tabGroups.onDidChangeTabs(look);
    look();
  });
}
