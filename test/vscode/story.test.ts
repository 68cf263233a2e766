import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { spokenText } from '../../src/features/story/speaking-timer.lazy.ts';
import { newStory } from '../../src/study/story/story-mark.ts';
import { next } from './study-world.ts';

describe('A story from a template', () => {
  const told = (document: vscode.TextDocument): string[] =>
    vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'Loopwise')
      .map(({ message, range }) => `${range.start.line}: ${message}`);
  /** The test's own limit ends it. */
  const until = async (document: vscode.TextDocument, isSo: (all: string[]) => boolean) => {
    while (!isSo(told(document))) await next(vscode.languages.onDidChangeDiagnostics);
  };
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('is told what it lacks while it is written, a result without a number among it', async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const material = await createMaterialService(extension.extensionUri, {
      error: () => undefined,
    }).load();
    const template = material?.templates.find(({ id }) => id === 'performance');
    assert.ok(template);
    const document = await vscode.workspace.openTextDocument({
      ...{ content: newStory(template), language: 'markdown' },
    });
    await vscode.window.showTextDocument(document);
    await until(document, ({ length }) => length === template.parts.length);
    assert.match(
      told(document)[0] ?? '',
      /^\d+: Write "Situation" in your own words\. What was slow/,
    );
    const rewrite = async (text: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      edit.replace(document.uri, all, text);
      assert.equal(await vscode.workspace.applyEdit(edit), true);
    };
    const parts = template.parts.map(({ title }) => `## ${title}\n\n${'word '.repeat(60)}\n`);
    await rewrite(`---\nloopwise-story: performance\n---\n\n${parts.join('\n')}`);
    await until(document, ({ length }) => length === 1);
    assert.deepEqual(
      told(document).map((one) => one.replace(/\. .*/, '')),
      ['20: "Result" has no number: say how much, how many or how long'],
    );
    // A document that is no story any more is let alone.
    await rewrite('# Notes\n');
    await until(document, ({ length }) => length === 0);
    assert.deepEqual(told(document), []);
  });

  it('has its time held against the target', () => {
    const said = (seconds: number): string => spokenText(seconds * 1000, [2, 3]);
    assert.match(said(100), /^You spoke for 1:40; the target is 2 to 3 minutes\. Say more/);
    assert.equal(said(150), 'You spoke for 2:30, which is within 2 to 3 minutes.');
    assert.match(said(200), /^You spoke for 3:20; .*\. Shorten/);
  });
});
