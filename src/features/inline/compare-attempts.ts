import * as vscode from 'vscode';
import type { CopyAttempt, Services } from '../services/services.ts';
import { shownCode } from '../subject/subject.ts';
import type { SnippetCopy } from './copies.ts';
import type { ReadOnlyTexts } from './read-only-texts.ts';
import { tell } from './tell.ts';

/** One side of a comparison. */
interface Side {
  readonly label: string;
  readonly text: string;
}

/**
 * Lets the user compare what they predicted of a changed copy of a snippet with their attempt before it, or with
 * the snippet.
 */
export async function compareAttempts(
  { progress }: Pick<Services, 'progress'>,
  { subject }: Pick<SnippetCopy, 'subject'>,
  texts: ReadOnlyTexts,
): Promise<void> {
  const { code, language } = shownCode(subject);
  const attempts = await progress.copyAttempts(`snippet:${subject.snippet.id}`);
  const original: Side = {
    label: vscode.l10n.t('The original snippet'),
    text: `${code.trimEnd()}\n`,
  };
  const sides = attempts.map((attempt, at): Side => ({
    label: vscode.l10n.t('Attempt {0}', at + 1),
    text: attemptText(attempt),
  }));
  const items = attempts.map((attempt, at) => ({
    label: vscode.l10n.t('Attempt {0}', at + 1),
    description: `${verdictName(attempt)} · ${new Date(attempt.at).toLocaleString(vscode.env.language)}`,
    before: sides[at - 1] ?? original,
    after: sides[at] ?? original,
  }));
  if (items.length === 0) {
    tell(
      vscode.l10n.t(
        'There are no attempts on a changed copy of this snippet. Change its code, then predict it inline.',
      ),
    );
    return;
  }
  const chosen = await vscode.window.showQuickPick(items.toReversed(), {
    title: vscode.l10n.t('Compare Attempts: {0}', subject.snippet.title),
    placeHolder: vscode.l10n.t('Select an attempt to compare it with the one before it'),
    matchOnDescription: true,
  });
  if (!chosen) return;
  const { before, after } = chosen;
  const uri = ({ label, text }: Side) =>
    texts.put(`/${subject.snippet.id}/${label}.${language === 'ts' ? 'ts' : 'js'}`, text);
  await vscode.commands.executeCommand(
    'vscode.diff',
    uri(before),
    uri(after),
    vscode.l10n.t('{0} ↔ {1}', before.label, after.label),
  );
}

/** The code, then what was predicted of it and what it printed, as comments. */
export function attemptText({ code, prediction, output, node }: CopyAttempt): string {
  const part = (title: string, lines: readonly string[]) => [
    '',
    `// ${title}`,
    ...lines.map((line) => `//   ${line}`),
  ];
  return `${[
    code.trimEnd(),
    ...part(vscode.l10n.t('Predicted:'), prediction),
    ...part(vscode.l10n.t('Printed by Node.js {0}:', node), output),
  ].join('\n')}\n`;
}

function verdictName({ verdict }: CopyAttempt): string {
  const names = {
    exact: vscode.l10n.t('exactly right'),
    possible: vscode.l10n.t('possible'),
    wrong: vscode.l10n.t('wrong'),
    unknown: vscode.l10n.t('not known'),
  };
  return names[verdict];
}
