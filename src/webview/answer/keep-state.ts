import type { AnswerState, NoteDraft } from '../../shared/answer.ts';
import { vscode } from '../common/host.ts';
import { startAtTop } from '../common/start-at-top.ts';

/** What the page holds of its own, from before it was hidden or loaded anew. */
export function keptState(question: string): Partial<AnswerState> | undefined {
  const state = vscode.getState() as Partial<AnswerState> | undefined;
  return state?.question === question ? state : undefined;
}

/** Keeps what is being written at once: the page may be gone a moment later. */
export function keepDraft(question: string, draft: NoteDraft | undefined): void {
  vscode.setState({ question, ...keptState(question), draft });
}

/** Puts back where the reader was and what was revealed, and keeps both from now on. */
export function keepState(question: string): void {
  const state = keptState(question);
  if (state) restore(state);
  else {
    startAtTop();
    save(question);
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const saveSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => save(question), 100);
  };
  window.addEventListener('scroll', saveSoon, { passive: true });
  // `toggle` does not bubble.
  document.addEventListener('toggle', saveSoon, { capture: true });
}

function restore({ open = [], at }: Partial<AnswerState>): void {
  for (const id of open) {
    const element = document.getElementById(id);
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
  const block = at && blocks()[at.block];
  if (!block) return;
  const scroll = (): void => {
    const distance = block.getBoundingClientRect().top - at.offset;
    window.scrollBy({ top: distance, behavior: 'instant' });
  };
  // While the window is being put together, the page may have no room yet.
  if (window.innerHeight > 0) scroll();
  else window.addEventListener('resize', scroll, { once: true });
}

function save(question: string): void {
  // A frame that is being hidden stands at the top, where the reader is not.
  if (document.hidden || window.innerHeight === 0) return;
  const open = document.querySelectorAll<HTMLDetailsElement>('details[open][id]');
  const { draft } = keptState(question) ?? {};
  const state: AnswerState = {
    question,
    ...(draft && { draft }),
    at: place(),
    open: [...open].map(({ id }) => id),
  };
  vscode.setState(state);
}

/** Not in pixels from the top: a restored page may first be laid out in another width. */
function place(): AnswerState['at'] {
  const all = blocks().map((block) => block.getBoundingClientRect());
  const block = Math.max(
    0,
    all.findIndex(({ bottom, height }) => height > 0 && bottom > 0),
  );
  return { block, offset: all[block]?.top ?? 0 };
}

const blocks = (): Element[] => [
  ...document.querySelectorAll('main :is(h1, h2, h3, h4, p, li, pre, tr, legend, label, summary)'),
];
