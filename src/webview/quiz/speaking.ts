import * as l10n from '@vscode/l10n';
import { clockText } from '../../shared/clock-text.ts';
import type { QuizKept, QuizRequest, Spoken } from '../../shared/quiz.ts';
import type { PageContext } from '../page/start.ts';

/** The timer of an answer that is said aloud. */
export interface SpeakingTimer {
  toggle(): void;
  stop(): void;
  /** Whole milliseconds; undefined for who never started it. */
  readonly spokenMs: number | undefined;
}

/**
 * Runs the timer of the page, if it has one; one that runs goes on when the same card is drawn again.
 * Only its start, its end and the end of the target are said: nobody wants each second read to them.
 */
export function createSpeakingTimer(
  before: Spoken | undefined,
  keep: (spoken: Spoken) => void,
  { signal, announce }: Pick<PageContext<QuizRequest, QuizKept>, 'signal' | 'announce'>,
): SpeakingTimer {
  const shown = document.getElementById('spoken');
  const label = document.querySelector('#do-speak span');
  const most = Number(shown?.dataset['most'] ?? Infinity);
  // A document that was loaded anew has a clock of its own: the timer stands where it was kept last.
  const isOfThis = before?.running?.origin === performance.timeOrigin;
  let spoken: Spoken | undefined = before && !isOfThis ? { elapsed: before.elapsed } : before;
  let ticking: ReturnType<typeof setInterval> | undefined;

  const elapsed = (): number => {
    const { elapsed: sum = 0, running } = spoken ?? {};
    return running ? sum + performance.now() - running.since : sum;
  };

  let last = elapsed();
  function show(): void {
    const now = elapsed();
    const text = clockText(now);
    // The same text is not written again, so that nothing flickers.
    if (shown && shown.textContent !== text) shown.textContent = text;
    shown?.classList.toggle('over', now >= most + 1000);
    if (last < most && now >= most) announce(l10n.t('The target time is over.'));
    last = now;
  }

  function set(next: Spoken): void {
    spoken = next;
    keep(next);
    draw();
  }

  function draw(): void {
    clearInterval(ticking);
    if (!shown) return;
    const isRunning = spoken?.running !== undefined;
    if (label) label.textContent = isRunning ? l10n.t('Stop Timer') : l10n.t('Start Timer');
    shown.classList.toggle('running', isRunning);
    show();
    if (isRunning) ticking = setInterval(show, 250);
  }

  function stop(): void {
    if (spoken?.running) set({ elapsed: elapsed() });
  }

  draw();
  signal.addEventListener('abort', () => clearInterval(ticking));

  return {
    toggle() {
      if (!shown) return;
      if (spoken?.running) {
        stop();
        announce(l10n.t('Timer stopped at {0}.', clockText(elapsed())));
        return;
      }
      const running = { since: performance.now(), origin: performance.timeOrigin };
      set({ elapsed: elapsed(), running });
      announce(l10n.t('Timer started.'));
    },
    stop,
    get spokenMs() {
      return spoken && Math.round(elapsed());
    },
  };
}
