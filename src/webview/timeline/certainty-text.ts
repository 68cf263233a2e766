import * as l10n from '@vscode/l10n';
import type { Explanation } from '../../shared/timeline.ts';

/** Whether another run may have another order, in words. */
export function certaintyText(certainty: Explanation['certainty']): string {
  return {
    certain: l10n.t('in every run'),
    race: l10n.t('a race: another run may differ'),
    unknown: l10n.t("not certain: the recording doesn't settle it"),
  }[certainty];
}
