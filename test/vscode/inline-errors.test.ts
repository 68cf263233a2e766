import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { hover, ranOf, run, setAutoSave, setForUser, usedNode } from './inline-world.ts';

/** What is said at the line of an error of how the program got there. */
describe('An error beside its line', () => {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = join(workspace, 'in line errors');

  before(async () => {
    await setForUser('node.path', usedNode());
    await setAutoSave('off');
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  after(async () => {
    await setForUser('node.path', undefined);
    await setAutoSave(undefined);
    rmSync(folder, { recursive: true });
  });

  it('says in its hover what scheduled the code that threw it, back to the script', async () => {
    const document = await open(
      'thrown.cjs',
      `const { readFile } = require('node:fs');
readFile(__filename, () => {
  setTimeout(() => {
    setImmediate(() => {
      throw new TypeError('thrown at last');
    });
  }, 1);
});
`,
    );
    assert.equal(ranOf(await run(document)).exitCode, 1);
    const text = await hover(document, 4);
    assert.match(text, /C \(check\)/);
    assert.match(text, /Uncaught TypeError: thrown at last/);
    assert.match(
      text,
      /Scheduled by `setImmediate` on line 4 ← `setTimeout` \(1 ms\) on line 3 ← `fs\.readFile` on line 2/,
    );
  });

  it('says of a promise that nobody handled who awaited it, and what is not known', async () => {
    const document = await open(
      'rejected.cjs',
      `async function inner() {
  await null;
  throw new RangeError('nobody handles it');
}
async function outer() {
  await inner();
}
setTimeout(outer, 1);
`,
    );
    const outcome = ranOf(await run(document));
    assert.equal(outcome.exitCode, 1);
    const wanted =
      /A promise was rejected and nothing handled it\. What scheduled .* is not recorded\. Awaited by `?outer`? on line 6\./;
    const text = await hover(document, 2);
    assert.match(text, /Uncaught RangeError: nobody handles it/);
    assert.match(text, wanted);
    assert.doesNotMatch(text, /Scheduled by/);
    assert.match(outcome.text(), wanted);
  });

  it('calls an event by its name, of which nothing is scheduled', async () => {
    const document = await open('exits.cjs', `process.on('exit', () => console.log('exits'));\n`);
    await run(document);
    assert.match(await hover(document, 0), /Called for the event `exit`/);
  });

  it('says it in a file that was imported, where it was thrown', async () => {
    await write('fails.cjs', `exports.fail = () => {\n  throw new Error('deep');\n};\n`);
    const fails = await vscode.workspace.openTextDocument(join(folder, 'fails.cjs'));
    await vscode.window.showTextDocument(fails, { preview: false });
    const document = await open(
      'calls.cjs',
      `const { fail } = require('./fails.cjs');\nsetTimeout(() => fail(), 1);\n`,
    );
    assert.equal(ranOf(await run(document)).exitCode, 1);
    const text = await hover(fails, 1);
    assert.match(text, /Uncaught Error: deep/);
    assert.match(text, /Scheduled by `setTimeout` \(1 ms\) on line 2/);
  });

  it('says nothing of the kind where the script itself threw it', async () => {
    const document = await open('script.cjs', `console.log(1);\nthrow new Error('script');\n`);
    assert.equal(ranOf(await run(document)).exitCode, 1);
    const text = await hover(document, 1);
    assert.match(text, /Uncaught Error: script/);
    assert.doesNotMatch(text, /Scheduled by/);
  });

  async function write(name: string, text: string): Promise<vscode.Uri> {
    const uri = vscode.Uri.file(join(folder, name));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(await write(name, text));
    await vscode.window.showTextDocument(document, { preview: false });
    return document;
  }
});
