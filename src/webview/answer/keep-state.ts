import type { AnswerState } from '../../shared/answer.ts';
import { vscode } from '../common/host.ts';

/** Puts back where the reader was and what was revealed, and keeps both from now on. */
export function keepState(question: string): void {
  restore(question);
  save(question);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const saveSoon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => save(question), 100);
  };
  window.addEventListener('scroll', saveSoon, { passive: true });
  // `toggle` does not bubble.
  document.addEventListener('toggle', () => save(question), { capture: true });
  document.addEventListener('visibilitychange', () => save(question));
}

function restore(question: string): void {
  const state = vscode.getState() as Partial<AnswerState> | undefined;
  if (state?.question !== question) return;
  for (const id of state.open ?? []) {
    const element = document.getElementById(id);
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
  window.scrollTo({ top: state.scroll ?? 0, behavior: 'instant' });
}

function save(question: string): void {
  const open = document.querySelectorAll<HTMLDetailsElement>('details[open][id]');
  const state: AnswerState = {
    ...{ question, scroll: window.scrollY },
    open: [...open].map(({ id }) => id),
  };
  vscode.setState(state);
}
