import './quiz.css';
import {
  quizActions,
  type QuizData,
  type QuizKept,
  type QuizRequest,
  type Rating,
} from '../../shared/quiz.ts';
import { isOneOf } from '../common/is-one-of.ts';
import { listenToKeys, type PageKeys } from '../common/page-keys.ts';
import { startPage } from '../page/start.ts';
import { createSpeakingTimer } from './speaking.ts';

startPage<QuizData, QuizRequest, never, QuizKept>({
  show(_, page) {
    let kept: QuizKept = page.kept ?? { typed: '' };
    const keep = (change: Partial<QuizKept>): void => page.keep((kept = { ...kept, ...change }));
    const timer = createSpeakingTimer(kept.spoken, (spoken) => keep({ spoken }), page);
    const typed = document.querySelector<HTMLTextAreaElement>('#typed');
    if (typed) {
      typed.value = kept.typed;
      typed.hidden = typed.readOnly && typed.value === '';
      typed.addEventListener('input', () => keep({ typed: typed.value }), {
        signal: page.signal,
      });
    }

    const ask = (request: QuizRequest): void => void page.ask(request).catch(() => undefined);

    /** Whoever presses its key before the field has the focus has predicted nothing: asked once, it counts. */
    const empty = document.getElementById('empty');
    typed?.addEventListener('input', () => empty?.toggleAttribute('hidden', true), {
      signal: page.signal,
    });

    function predict(): void {
      const lines = linesOf(typed?.value ?? '');
      if (lines.length === 0 && empty?.hidden === true) {
        empty.hidden = false;
        page.announce(empty.textContent);
        typed?.focus();
      } else ask({ kind: 'predict', lines });
    }

    function goOn(): void {
      timer.stop();
      const { spokenMs } = timer;
      ask({
        ...{ kind: 'next', typed: kept.typed },
        ...(spokenMs !== undefined && { spokenMs }),
      });
    }

    function handleClick(event: MouseEvent): void {
      if (!(event.target instanceof Element)) return;
      const button = event.target.closest<HTMLElement>('[data-do], [data-rate], [data-choice]');
      if (!button) return;
      const { do: name, rate, choice } = button.dataset;
      if (rate !== undefined) ask({ kind: 'rate', rating: rate as Rating });
      else if (choice !== undefined) ask({ kind: 'choose', choice: Number(choice) });
      else if (name === 'predict') predict();
      else if (name === 'speak') timer.toggle();
      else if (name === 'next') goOn();
      else if (isOneOf(quizActions, name)) {
        // Nobody speaks to a card that is hidden.
        if (name === 'pause') timer.stop();
        ask({ kind: name });
      }
    }

    function handleTick(event: Event): void {
      const { target } = event;
      if (!(target instanceof HTMLInputElement)) return;
      const { point } = target.dataset;
      if (point !== undefined) ask({ kind: 'tick', point, on: target.checked });
    }

    const { signal } = page;
    document.addEventListener('click', handleClick, { signal });
    document.addEventListener('change', handleTick, { signal });
    listenToKeys(keys, signal);
    return { receive: () => undefined };
  },
});

const keys: PageKeys = {
  // Also from the field in which an answer is written, where Space is a space.
  submit: '#do-predict, main[data-kind="question"] #do-next',
  // A prediction is not checked by a key that scrolls.
  next: '[data-next]:not(#do-predict)',
  letters: {
    a: 'main[data-kind="problem"] #do-next',
    h: '#do-hint',
    s: '#do-skip, #do-askSkipped',
    z: '#do-undo',
    e: '#do-explain',
    d: '#do-drill',
    t: '#do-speak',
    // The summary has nothing to pause.
    p: '#do-pause, #do-resume, #do-progress',
  },
};

/** Without the empty lines at the end. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}
