import { l10n } from 'vscode';
import { beliefs } from '../../explain/beliefs.ts';
import type { ProgramRun } from '../../study/interview/interview-program.ts';
import { backticksHtml, escapeHtml } from '../pages/escape-html.ts';
import { beliefClaim } from '../ui/drill-texts.ts';
import type { InterviewItem } from './interview-item.ts';

/** What has to be known to predict a program of the drill. */
export function programFacts(item: InterviewItem): readonly string[] {
  if (item.kind !== 'drill') return [];
  const { kind, outputs } = item.program;
  return [
    kind === 'mjs' ? l10n.t('ES module') : 'CommonJS',
    ...(outputs.length > 1 ? [l10n.t('Race: either of two orders is right')] : []),
  ];
}

/** What a wrong prediction of a program fits; nothing for a belief that only another version knows. */
export function beliefHtml({ belief: id, isNamed }: Partial<ProgramRun>): string {
  const belief = beliefs.find((one) => one.id === id);
  if (!belief) return '';
  return `<section class="told"><h2>${escapeHtml(beliefClaim(isNamed === true))}</h2>
<blockquote>${backticksHtml(belief.says)}</blockquote>
<p>${backticksHtml(belief.text)}</p></section>`;
}
