import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createInThisFile } from '../../src/features/in-this-file/in-this-file.lazy.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import type { Services } from '../../src/features/services/services.ts';
import { createShownQuestion } from '../../src/features/services/shown-question.ts';
import { createWork } from '../../src/features/threads/work.ts';
import { codeActions, hover, hoversOf, placeOf } from './code-world.ts';
import { eventuallyText, run, set } from './inline-world.ts';
import { createStudyWorld, next } from './study-world.ts';

const code = `const fs = require('fs');
const http = require('http');

const server = http.createServer(async (req, res) => {
  res.end(fs.readFileSync('page.html'));
});
process.once('SIGTERM', () => server.close());
// setImmediate in a comment
`;

describe('Questions about the code in an editor', () => {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = join(workspace, 'in this file');
  const uriOf = (name: string) => vscode.Uri.file(join(folder, name));

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
    const { document } = await vscode.window.showTextDocument(uriOf(name));
    return document;
  }

  before(() => vscode.extensions.getExtension('loopwise.loopwise')?.activate());

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await set('inThisFile.hover', undefined);
    await set('inThisFile.codeActions', undefined);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  describe('A hover', () => {
    it('says which question an API belongs to, with links to open it, to predict and to be asked later', async () => {
      const document = await open('server.js', code);
      const text = await hover(document, 'readFileSync');
      assert.match(text, /fs\\?\.readFileSync/);
      assert.match(text, /Why should a request handler not use readFileSync\?/);
      for (const [id, argument] of [
        ['openQuestion', 'readfilesync-in-handlers'],
        ['predictSnippet', 'readfilesync-in-handlers/'],
        ['askLater', 'readfilesync-in-handlers'],
      ] as const) {
        assert.ok(
          text.includes(`command:loopwise.${id}?${encodeURIComponent(`["${argument}`)}`),
          text,
        );
      }
      assert.match(await hover(document, 'close'), /shut down gracefully/);
      assert.match(await hover(document, `'SIGTERM'`), /shut down gracefully/);
      assert.equal(await hover(document, 'setImmediate'), '');
      assert.equal(await hover(document, 'server ='), '');
    });

    it('is there in TypeScript and in code that is being written, and in no other language', async () => {
      const typed = `import { nextTick } from 'node:process';\nfunction a(n: number): void {\n  nextTick(() => n);\n}\nfunction b( {\n`;
      const document = await open('typed.ts', typed);
      assert.match(await hover(document, 'nextTick(() =>'), /nextTick, queueMicrotask/);
      const other = await open('code.py', 'setImmediate(f)\nprocess.nextTick(f)\n');
      assert.equal(await hover(other, 'setImmediate'), '');
    });

    it('is not there while a program is debugged', async () => {
      await open('waits.js', 'setInterval(() => {}, 1000);\n');
      const document = await open('server.js', code);
      assert.match(await hover(document, 'readFileSync'), /readFileSync\?/);
      const started = next(vscode.debug.onDidChangeActiveDebugSession, (one) => one !== undefined);
      const ended = next(vscode.debug.onDidChangeActiveDebugSession, (one) => one === undefined);
      await vscode.debug.startDebugging(vscode.workspace.workspaceFolders?.[0], {
        ...{ type: 'node', request: 'launch', name: 'waits' },
        ...{ program: uriOf('waits.js').fsPath, console: 'internalConsole' },
      });
      await started;
      assert.equal(await hover(document, 'readFileSync'), '');
      await vscode.debug.stopDebugging();
      await ended;
      assert.match(await hover(document, 'readFileSync'), /readFileSync\?/);
    });

    it('is one of ours at most, also where a line has a result', async () => {
      const document = await open('result.js', `process.nextTick(console.log, 'x')`);
      await run(document);
      const { end } = document.lineAt(0).range;
      const places = [placeOf(document, 'nextTick'), end];
      const hovers = await Promise.all(places.map((place) => hoversOf(document, place)));
      assert.deepEqual(
        hovers.map((all) => all.length),
        [1, 1],
      );
      assert.match(hovers[0]?.[0] ?? '', /In an interview/);
      assert.match(hovers[1]?.[0] ?? '', /^\*\*Loopwise\*\* · Node/);
    });

    it('can be switched off', async () => {
      const document = await open('server.js', code);
      await set('inThisFile.hover', false);
      assert.equal(await hover(document, 'readFileSync'), '');
      await set('inThisFile.hover', undefined);
      assert.match(await hover(document, 'readFileSync'), /readFileSync\?/);
    });
  });

  describe('A light bulb', () => {
    it('explains, and offers an edit that VS Code shows before it is made', async () => {
      const document = await open('server.js', code);
      const actions = await codeActions(document, 'readFileSync');
      assert.deepEqual(
        actions.map(({ title }) => title),
        [
          'Await the promise version instead',
          'Loopwise: Why a synchronous call in a request handler delays all requests',
        ],
      );
      const [fix, why] = actions;
      assert.deepEqual(why?.command?.arguments, ['readfilesync-in-handlers']);
      const edits = fix?.edit?.get(document.uri) ?? [];
      assert.deepEqual(
        edits.map(({ range, newText }) => [range.start.line, document.getText(range), newText]),
        [[4, 'fs.readFileSync', 'await fs.promises.readFile']],
      );
    });

    it('is not there where nothing is better, nor when it is switched off', async () => {
      const document = await open('server.js', code);
      assert.deepEqual(await codeActions(document, 'SIGTERM'), []);
      await set('inThisFile.codeActions', false);
      assert.deepEqual(await codeActions(document, 'readFileSync'), []);
    });
  });

  describe('The view', () => {
    const study = createStudyWorld();
    const ended: { dispose(): unknown }[] = [];

    after(() => {
      for (const one of ended) one.dispose();
      study.dispose();
    });

    function createView() {
      const extension = vscode.extensions.getExtension('loopwise.loopwise');
      assert.ok(extension);
      const { extensionUri } = extension;
      const bank = createBankService(extensionUri);
      const progress = study.window();
      const work = createWork(vscode.Uri.joinPath(extensionUri, 'dist/lazy/work.worker.js').fsPath);
      const shownQuestion = createShownQuestion();
      const services = {
        ...{ context: { extensionUri }, log: study.log, bank, progress, work, shownQuestion },
      } as unknown as Services;
      const changed = new vscode.EventEmitter<unknown>();
      const treeView = { visible: true, onDidChangeVisibility: changed.event, description: '' };
      const inThisFile = createInThisFile(
        services,
        treeView as unknown as vscode.TreeView<unknown>,
        changed,
      );
      ended.push(inThisFile, changed, work, bank, shownQuestion);
      const rows = async () =>
        (await inThisFile.children(undefined)).map((node) => {
          const { label, description, contextValue } = inThisFile.item(node);
          return `${label as string}: ${description as string} (${contextValue ?? ''})`;
        });
      return { inThisFile, rows, progress, bank, changed: changed.event, treeView };
    }

    it('has the questions of the active file with their lines, and tells only what is different', async () => {
      const document = await open('server.js', code);
      const { rows, inThisFile, changed, progress, treeView } = createView();
      const before = await rows();
      assert.ok(
        before.some((row) => /readFileSync.*: line 5 \(question\)$/.test(row)),
        String(before),
      );
      assert.ok(
        before.some((row) => /shutdown.*: line 7 /i.test(row)),
        String(before),
      );
      assert.equal(treeView.description, 'server.js');
      let told = 0;
      const counting = changed(() => {
        told += 1;
      });
      const editor = await vscode.window.showTextDocument(document);
      // A blank at the end of the last line changes nothing that the view shows; a line above moves all.
      await editor.edit((edit) => edit.insert(new vscode.Position(7, 28), ' '));
      const moved = next(changed);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
      await moved;
      assert.equal(told, 1);
      assert.ok((await rows()).some((row) => /readFileSync.*: line 6 /.test(row)));
      const [first] = await inThisFile.children(undefined);
      const places = await inThisFile.children(first);
      assert.ok(places.length > 0);
      const { command } = inThisFile.item(places[0]);
      assert.equal(command?.command, 'vscode.open');
      // What the user has asked for, and what is mastered, moves.
      const wished = next(changed);
      await inThisFile.askLater('readfilesync-in-handlers', true);
      await wished;
      assert.ok(
        (await rows()).some((row) => /readFileSync.*to ask later \(question\.later\)$/.test(row)),
      );
      assert.equal((await progress.load()).askLater('readfilesync-in-handlers'), true);
      counting.dispose();
    });

    it('has those last that the user has mastered', async () => {
      await open('server.js', code);
      const { rows, inThisFile, progress, bank } = createView();
      const [first = '', ...others] = (await rows()).map((row) => row.split(':')[0]);
      assert.ok(others.length > 1);
      const [node] = await inThisFile.children(undefined);
      const { cardId } = node as { readonly cardId: `question:${string}` };
      const question = (await bank.load()).question(cardId.slice('question:'.length));
      assert.ok(question);
      for (const { id } of question.keyPoints) {
        await progress.record(cardId, { kind: 'ticked', point: id, on: true });
      }
      for (const { id, choices } of question.checks) {
        const choice = choices.findIndex(({ correct }) => correct);
        await progress.record(cardId, { kind: 'answered', check: id, choice, correct: true });
      }
      const isLast = async () => ((await rows()).at(-1)?.startsWith(`${first}:`) ? 'last' : '');
      await eventuallyText(isLast, /last/);
    });

    it('is empty for other languages, and keeps the file while a page is shown', async () => {
      const { rows, changed } = createView();
      await open('notes.md', 'process.nextTick');
      assert.deepEqual(await rows(), []);
      const filled = next(changed);
      await open('server.js', code);
      await filled;
      const before = await rows();
      assert.ok(before.length > 0);
      await vscode.commands.executeCommand('loopwise.openQuestion', 'event-loop-phases');
      assert.deepEqual(await rows(), before);
    });
  });
});
