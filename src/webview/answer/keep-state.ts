import type { AnswerData, AnswerState, NoteDraft } from '../../shared/answer.ts';
import { vscode } from '../common/host.ts';
import { goTo, placeNow } from '../common/place.ts';
import { startAtTop } from '../common/start-at-top.ts';

/** What the host decided, for the page that takes its place. */
type Kept = Pick<AnswerData, 'question' | 'seed'>;

/** What the page holds of its own, from before it was hidden or loaded anew. */
export function keptState(question: string): Partial<AnswerState> | undefined {
  const state = vscode.getState() as Partial<AnswerState> | undefined;
  return state?.question === question ? state : undefined;
}

/** Keeps what is being written at once: the page may be gone a moment later. */
export function keepDraft({ question, seed }: Kept, draft: NoteDraft | undefined): void {
  vscode.setState({ ...keptState(question), question, seed, draft });
}

/** Puts back where the reader was and what was revealed, and keeps both from now on. */
export function keepState(page: Kept): void {
  const state = keptState(page.question);
  if (state) restore(state);
  else {
    startAtTop();
    save(page);
  }
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const saveSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => save(page), 100);
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
  if (at) goTo(at);
}

function save({ question, seed }: Kept): void {
  const at = placeNow();
  if (!at) return;
  const open = document.querySelectorAll<HTMLDetailsElement>('details[open][id]');
  const { draft } = keptState(question) ?? {};
  const state: AnswerState = {
    question,
    seed,
    ...(draft && { draft }),
    at,
    open: [...open].map(({ id }) => id),
  };
  vscode.setState(state);
}
