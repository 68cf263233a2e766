import * as vscode from 'vscode';
import type { Verified } from '../../bank/model.ts';
import type { VerifiedText } from '../../shared/verified.ts';

/**
 * Says on which Nodes these snippets were verified and when; nothing when there are none, or when
 * one of them was not verified as it is now, as those of packs never are.
 */
export function verifiedText(
  verified: Verified | undefined,
  snippets: readonly string[],
): VerifiedText | undefined {
  if (!verified || snippets.length === 0) return undefined;
  const days = snippets.flatMap((id) => verified.snippets[id] ?? []);
  if (days.length < snippets.length) return undefined;
  const majors = verified.nodes.map((version) => version.split('.')[0] ?? version).join(', ');
  const detail = vscode.l10n.t(
    'On each of Node.js {0}: {1} runs of a snippet with a race, {2} of any other, at least half of them on a busy machine.',
    verified.nodes.join(', '),
    2 * verified.runs.race,
    2 * verified.runs.steady,
  );
  return { text: summary(majors, days), detail };
}

function summary(majors: string, days: readonly string[]): string {
  const sorted = [...new Set(days)].sort();
  const date = new Intl.DateTimeFormat(vscode.env.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(sorted.at(-1) ?? ''));
  if (days.length === 1)
    return vscode.l10n.t('Snippet verified on Node.js {0} on {1}', majors, date);
  return sorted.length === 1
    ? vscode.l10n.t('Snippets verified on Node.js {0} on {1}', majors, date)
    : vscode.l10n.t('Snippets verified on Node.js {0}, the last one on {1}', majors, date);
}
