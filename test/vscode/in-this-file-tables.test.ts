import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { codeActions, hover } from './code-world.ts';

/** Each API and each rule that VS Code is to show something of. */
describe('What code in an editor is told', () => {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const folder = join(workspace, 'in this file, each');

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    const uri = vscode.Uri.file(join(folder, name));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const { document } = await vscode.window.showTextDocument(uri);
    return document;
  }

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const apis = `import { readFileSync as slurp, createReadStream } from 'fs';
import * as proc from 'node:process';
import jwt from 'jsonwebtoken';
const { Worker: Thread } = require('node:worker_threads');
const { setImmediate: soon } = await import('node:timers');

export const handler = async (req, res) => {
  res.end(slurp('page.html'));
};
proc.nextTick(handler);
await Promise.all([]);
createReadStream('a').pipe(proc.stdout);
jwt.verify('token', 'key');
new Thread('./work.js');
soon(handler);
require('node:buffer').Buffer.allocUnsafe(1);
function shadow(setImmediate) {
  setImmediate();
}
console.log('process.nextTick in a string');
// Promise.all in a comment
`;

  it('the question of each API, however it was imported, and nothing of what only has its name', async () => {
    const document = await open('apis.mjs', apis);
    const questions: Record<string, string> = {};
    for (const text of [
      ...['slurp(', 'nextTick(', 'all([', 'pipe(', 'verify(', `Thread('`, 'soon(', 'allocUnsafe('],
      ...['setImmediate)', 'setImmediate()', 'nextTick in', 'all in'],
    ]) {
      questions[text] = questionOf(await hover(document, text));
    }
    assert.deepEqual(questions, {
      'slurp(': 'readfilesync-in-handlers',
      'nextTick(': 'scheduling-apis',
      'all([': 'promise-combinators',
      'pipe(': 'backpressure',
      'verify(': 'jwt-auth',
      [`Thread('`]: 'single-threaded',
      'soon(': 'event-loop-phases',
      'allocUnsafe(': 'buffers',
      ...{ 'setImmediate)': '', 'setImmediate()': '', 'nextTick in': '', 'all in': '' },
    });
  });

  it('that a question will be asked later, once its link was followed', async () => {
    const document = await open('later.cjs', `require('node:buffer').Buffer.allocUnsafe(1);\n`);
    for (const [title, id] of [
      ['Ask Me Later', 'askLater'],
      ['Will Be Asked Later', 'forgetLater'],
      ['Ask Me Later', undefined],
    ] as const) {
      const text = await hover(document, 'allocUnsafe');
      assert.ok(text.includes(title), text);
      if (id === undefined) return;
      const [, given = ''] = new RegExp(`command:loopwise\\.${id}\\?([^)\\s]+)`).exec(text) ?? [];
      const args = JSON.parse(decodeURIComponent(given)) as unknown[];
      await vscode.commands.executeCommand(`loopwise.${id}`, ...args);
    }
  });

  const emitter = `const bus = new (require('events').EventEmitter)();\n`;
  const rules: readonly {
    readonly code: string;
    /** Where the light bulb is. */
    readonly at: string;
    readonly titles: readonly string[];
    readonly question: string;
    /** After the fix, where there is one. */
    readonly fixed?: string;
    /** Nothing is better there. */
    readonly other: readonly [code: string, at: string];
  }[] = [
    {
      code: `const fs = require('fs');\nexports.a = async (req, res) => { res.end(fs.readFileSync('x')); };\n`,
      at: 'readFileSync',
      titles: [
        'Await the promise version instead',
        'Loopwise: Why a synchronous call in a request handler delays all requests',
      ],
      question: 'readfilesync-in-handlers',
      fixed: `const fs = require('fs');\nexports.a = async (req, res) => { res.end(await fs.promises.readFile('x')); };\n`,
      other: [`const page = require('fs').readFileSync('x');\n`, 'readFileSync'],
    },
    {
      code: `async function a(ids) {\n  const all = [];\n  for (const id of ids) all.push(await load(id));\n  return all;\n}\n`,
      at: 'await',
      titles: ['Loopwise: How to make independent calls at the same time with Promise.all'],
      question: 'promise-combinators',
      other: [
        `async function a(ids) {\n  const all = [];\n  for (const id of ids) all.push(await load(id, all));\n  return all;\n}\n`,
        'await',
      ],
    },
    {
      code: `async function a(o) {\n  Object.keys(o).forEach(async (key) => {\n    await load(key);\n  });\n}\n`,
      at: 'forEach',
      titles: [
        'Use a for…of loop that awaits each item',
        'Loopwise: Why forEach does not wait for an async function',
      ],
      question: 'promises-vs-callbacks',
      fixed: `async function a(o) {\n  for (const key of Object.keys(o)) {\n    await load(key);\n  }\n}\n`,
      other: [`[1].forEach((key) => {\n  load(key);\n});\n`, 'forEach'],
    },
    {
      code: `async function a() {\n  try {\n    return fetch('x');\n  } catch {\n    return 1;\n  }\n}\n`,
      at: 'fetch',
      titles: [
        'Return the awaited result',
        'Loopwise: Why try does not catch a promise that is returned without await',
      ],
      question: 'promises-vs-callbacks',
      fixed: `async function a() {\n  try {\n    return await fetch('x');\n  } catch {\n    return 1;\n  }\n}\n`,
      other: [`async function a() {\n  return fetch('x');\n}\n`, 'fetch'],
    },
    {
      code: `new Promise(async (resolve) => resolve(await f()));\n`,
      at: 'Promise',
      titles: ['Loopwise: Where an error in an async promise executor goes'],
      question: 'unhandled-rejections',
      other: [`new Promise((resolve) => resolve(f()));\n`, 'Promise'],
    },
    {
      code: `${emitter}exports.a = (req, res) => { bus.on('x', (x) => res.write(x)); };\n`,
      at: 'bus.on',
      titles: ['Loopwise: Why a listener that each request adds is a memory leak'],
      question: 'event-emitter',
      other: [`${emitter}bus.on('x', (x) => console.log(x));\n`, 'bus.on'],
    },
  ];

  for (const [n, { code, at, titles, question, fixed, other }] of rules.entries()) {
    it(`a better form, by a light bulb: ${titles.at(-1) ?? ''}`, async () => {
      const document = await open(`rule ${n}.js`, code);
      const actions = await codeActions(document, at);
      assert.deepEqual(
        actions.map(({ title }) => title),
        titles,
      );
      const why = actions.at(-1)?.command;
      assert.deepEqual([why?.command, why?.arguments], ['loopwise.openQuestion', [question]]);
      assert.ok((await bank.load()).question(question), question);
      const changes = actions.flatMap(({ edit }) => edit?.get(document.uri) ?? []);
      // Without the preview, which waits for somebody.
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, changes);
      await vscode.workspace.applyEdit(edit);
      assert.equal(document.getText(), fixed ?? code);
      const [text, there] = other;
      assert.deepEqual(await codeActions(await open(`other ${n}.js`, text), there), []);
    });
  }

  let bank: ReturnType<typeof createBankService>;
  before(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    await extension.activate();
    bank = createBankService(extension.extensionUri);
  });
  after(() => bank.dispose());
});

/** The id in the link that opens a question. */
function questionOf(text: string): string {
  const [, given = '%5B%5D'] = /command:loopwise\.openQuestion\?([^)\s]+)/.exec(text) ?? [];
  const [id = ''] = JSON.parse(decodeURIComponent(given)) as string[];
  return id;
}
