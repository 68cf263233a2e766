import * as vscode from 'vscode';
import { movedLines } from '../../inline/moved-lines.ts';
import { displayText, lineKey } from '../../order/line-text.ts';
import type { InlineRun } from './inline-run.ts';
import type { ReadOnlyTexts } from './read-only-texts.ts';
import { headOf, runtimeAndEnd } from './words.ts';

/** Shows the outputs of two runs side by side, as VS Code compares texts; lines that moved say where they were. */
export async function compareRuns(
  before: InlineRun,
  after: InlineRun,
  texts: ReadOnlyTexts,
): Promise<void> {
  const { path } = vscode.Uri.parse(after.uri);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const moved = movedLines(keysOf(before), keysOf(after));
  const marks = {
    before: new Map(moved.map((at) => [at.before, vscode.l10n.t('now line {0}', at.after + 1)])),
    after: new Map(moved.map((at) => [at.after, vscode.l10n.t('was line {0}', at.before + 1)])),
  };
  const document = (run: InlineRun, which: 'before' | 'after'): vscode.Uri =>
    texts.put(`/${which}/${name}.txt`, outputText(run, marks[which]));
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

const keysOf = ({ results }: InlineRun): string[] =>
  results.all.map((printed) => lineKey(printed, 'strict'));

/**
 * Without numbers and times, which differ even where the order is the same.
 * @param marks of lines that are elsewhere in the other run, by their places from 0
 */
function outputText({ results }: InlineRun, marks: ReadonlyMap<number, string>): string {
  const lines = results.all.map((printed, at) => {
    const mark = marks.get(at);
    const [, ...head] = headOf({ ...printed, ms: undefined });
    const about = [...head, ...(mark === undefined ? [] : [mark])];
    return about.length === 0
      ? displayText(printed)
      : `${displayText(printed)}  [${about.join(' · ')}]`;
  });
  return `${lines.join('\n')}\n`;
}
