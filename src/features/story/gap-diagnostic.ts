import * as vscode from 'vscode';
import type { StoryGap } from '../../study/story/check-story.ts';

/** What a story lacks, at the heading of the part. What is only not written yet is no warning. */
export function gapDiagnostic(gap: StoryGap, document: vscode.TextDocument): vscode.Diagnostic {
  const { range } = document.lineAt(Math.min(gap.line, document.lineCount - 1));
  const { Warning, Information } = vscode.DiagnosticSeverity;
  const severity = gap.kind === 'missing' || gap.kind === 'noNumber' ? Warning : Information;
  const diagnostic = new vscode.Diagnostic(range, textOf(gap), severity);
  diagnostic.source = 'Loopwise';
  return diagnostic;
}

function textOf({ kind, part: { title, asks, least }, words }: StoryGap): string {
  switch (kind) {
    case 'missing':
      return vscode.l10n.t('The part "{0}" is missing: add a heading "## {0}". {1}', title, asks);
    case 'empty':
      return vscode.l10n.t('Write "{0}" in your own words. {1}', title, asks);
    case 'unfinished':
      return vscode.l10n.t('Complete the sentences in "{0}" that contain "…". {1}', title, asks);
    case 'short':
      return vscode.l10n.t(
        '"{0}" is short: {1} of about {2} words. {3}',
        ...[title, words, least, asks],
      );
    case 'noNumber':
      return vscode.l10n.t(
        '"{0}" has no number: say how much, how many or how long. {1}',
        ...[title, asks],
      );
  }
}
