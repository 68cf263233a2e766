import * as vscode from 'vscode';
import { displayText } from '../../order/line-text.ts';
import type { InlineRun } from './inline-run.ts';
import type { ReadOnlyTexts } from './read-only-texts.ts';
import { headOf, runtimeAndEnd } from './words.ts';

/** Shows the outputs of two runs side by side, as VS Code compares texts. */
export async function compareRuns(
  before: InlineRun,
  after: InlineRun,
  texts: ReadOnlyTexts,
): Promise<void> {
  const { path } = vscode.Uri.parse(after.uri);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const document = (run: InlineRun, which: 'before' | 'after'): vscode.Uri =>
    texts.put(`/${which}/${name}.txt`, outputText(run));
  const [ranBefore, ranAfter] = [runtimeAndEnd(before), runtimeAndEnd(after)];
  // A tab is as wide as its title.
  const title =
    ranBefore === ranAfter
      ? vscode.l10n.t('{0}: Run Before ↔ Last Run', name)
      : vscode.l10n.t('{0}: Run Before ({1}) ↔ Last Run ({2})', name, ranBefore, ranAfter);
  await vscode.commands.executeCommand(
    'vscode.diff',
    document(before, 'before'),
    document(after, 'after'),
    title,
  );
}

/** Without numbers and times, which differ even where the order is the same. */
function outputText({ results }: InlineRun): string {
  const lines = results.all.map((printed) => {
    const [, ...about] = headOf({ ...printed, ms: undefined });
    return about.length === 0
      ? displayText(printed)
      : `${displayText(printed)}  [${about.join(' · ')}]`;
  });
  return `${lines.join('\n')}\n`;
}
