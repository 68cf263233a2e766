import './quiz.css';
import type { QuizData, QuizKept, QuizRequest, Rating } from '../../shared/quiz.ts';
import { listenToKeys, type PageKeys } from '../common/page-keys.ts';
import { startPage } from '../page/start.ts';

startPage<QuizData, QuizRequest, never, QuizKept>({
  show(_, page) {
    const typed = document.querySelector<HTMLTextAreaElement>('#typed');
    if (typed) {
      typed.value = page.kept?.typed ?? '';
      typed.hidden = typed.readOnly && typed.value === '';
      typed.addEventListener('input', () => page.keep({ typed: typed.value }), {
        signal: page.signal,
      });
    }

    const ask = (request: QuizRequest): void => void page.ask(request).catch(() => undefined);

    function handleClick(event: MouseEvent): void {
      if (!(event.target instanceof Element)) return;
      const button = event.target.closest<HTMLElement>('[data-do], [data-rate], [data-choice]');
      if (!button) return;
      const { do: name, rate, choice } = button.dataset;
      if (rate !== undefined) ask({ kind: 'rate', rating: rate as Rating });
      else if (choice !== undefined) ask({ kind: 'choose', choice: Number(choice) });
      else if (name === 'predict') ask({ kind: 'predict', lines: linesOf(typed?.value ?? '') });
      else if (isPlain(name)) ask({ kind: name });
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
  submit: '#do-predict',
  next: '[data-next]',
  letters: {
    a: 'main[data-kind="problem"] #do-next',
    h: '#do-hint',
    s: '#do-skip',
    z: '#do-undo',
    e: '#do-explain',
    d: '#do-drill',
    p: '#do-progress',
  },
};

const plain = [
  'hint',
  'next',
  'giveUp',
  'skip',
  'undo',
  'explain',
  'openProblem',
  'again',
  'more',
  'drill',
  'progress',
  'showLog',
] as const;

const isPlain = (name: string | undefined): name is (typeof plain)[number] =>
  (plain as readonly (string | undefined)[]).includes(name);

/** Without the empty lines at the end. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(0, last + 1);
}
