import { l10n } from 'vscode';
import { clockText } from '../../shared/clock-text.ts';
import { judgeSpoken } from '../../study/story/judge-spoken.ts';
import { button } from '../pages/button.ts';
import { escapeHtml } from '../pages/escape-html.ts';

/** From and to how many minutes an answer is said, as its page says: 40 to 60 seconds. */
const target = [40 / 60, 1] as const;

const targetText = (): string =>
  l10n.t('Target: {0} to {1}', ...target.map((minutes) => clockText(minutes * 60_000)));

/** A timer for who says the answer aloud; the page's script runs it. */
export function speakingHtml(): string {
  const [, most] = target;
  return `<p class="speaking">${button('speak', l10n.t('Start Timer'), { quiet: true, key: 'T' })}
<span class="clock" id="spoken" data-most="${most * 60_000}">${clockText(0)}</span>
<span class="target">${escapeHtml(targetText())}</span></p>`;
}

/** How long it was, held against the target. @param ms milliseconds; undefined for who did not use the timer */
export function spokenHtml(ms: number | undefined): string {
  if (ms === undefined) return '';
  return `<p class="task">${escapeHtml(spokenText(ms))}</p>`;
}

function spokenText(ms: number): string {
  const [least, most] = target.map((minutes) => clockText(minutes * 60_000));
  const texts = [clockText(ms), least ?? '', most ?? ''] as const;
  switch (judgeSpoken(ms, target)) {
    case 'short':
      return l10n.t(
        'You spoke for {0}; the target is {1} to {2}. There is time to say more.',
        ...texts,
      );
    case 'right':
      return l10n.t('You spoke for {0}, which is within {1} to {2}.', ...texts);
    case 'long':
      return l10n.t('You spoke for {0}; the target is {1} to {2}. Keep it shorter.', ...texts);
  }
}
