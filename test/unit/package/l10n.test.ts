import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..', '..');

describe('The strings for translators', () => {
  // As the compiler sees them: the parser of `@vscode/l10n-dev` takes half a minute for the same.
  it('are those given to l10n.t, and nothing takes another way to it; `npm run l10n` brings them up to date', async function () {
    this.timeout(180_000);
    const folder = join(root, 'src');
    const bundle = JSON.parse(
      await readFile(join(root, 'l10n', 'bundle.l10n.json'), 'utf8'),
    ) as object;
    const found: string[] = [];
    const hidden: string[] = [];
    for (const name of await readdir(folder, { recursive: true })) {
      if (!name.endsWith('.ts')) continue;
      const text = await readFile(join(folder, name), 'utf8');
      if (!text.includes('l10n')) continue;
      const strings = stringsOf(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
      found.push(...strings.found);
      hidden.push(...strings.hidden);
    }
    assert.deepEqual(hidden, []);
    assert.ok(found.length > 500, String(found.length));
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(found)].sort());
    assert.deepEqual(
      Object.entries(bundle).filter(([key, text]) => text !== key),
      [],
    );
  });

  it('cover every title and description of the manifest', async () => {
    const manifest = await readFile(join(root, 'package.json'), 'utf8');
    const wanted = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');
    const strings = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8')) as object;
    assert.deepEqual([...new Set(wanted)].sort(), Object.keys(strings).sort());
  });
});

/** Each text that a file gives to `l10n.t`, and each use of `l10n` by which an extractor misses one. */
function stringsOf(file: ts.SourceFile) {
  const found: string[] = [];
  const hidden: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === 'l10n') look(node);
    ts.forEachChild(node, visit);
  };
  const look = (l10n: ts.Identifier): void => {
    if (ts.isImportSpecifier(l10n.parent) || ts.isNamespaceImport(l10n.parent)) return;
    const isOfVscode = ts.isPropertyAccessExpression(l10n.parent) && l10n.parent.name === l10n;
    const object = isOfVscode ? l10n.parent : l10n;
    const access = object.parent;
    // The translations themselves, on their way to a page.
    if (ts.isPropertyAccessExpression(access) && /^(?:config|bundle)$/.test(access.name.text))
      return;
    const call = access.parent;
    const text =
      ts.isPropertyAccessExpression(access) && access.name.text === 't' && ts.isCallExpression(call)
        ? call.arguments[0]
        : undefined;
    if (text && ts.isStringLiteralLike(text)) found.push(text.text);
    else hidden.push(`${file.fileName}: ${access.getText().slice(0, 80)}`);
  };
  visit(file);
  return { found, hidden };
}
