import type { AnswerPageContext } from './page.ts';

/** Opens the parts that the reader had revealed, and keeps which are open from now on. */
export function keepOpenParts({ kept, keep, signal }: AnswerPageContext): void {
  for (const id of kept?.open ?? []) {
    const element = document.getElementById(id);
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
  const save = (): void => {
    const open = document.querySelectorAll<HTMLDetailsElement>('details[open][id]');
    keep({ open: [...open].map(({ id }) => id) });
  };
  // `toggle` does not bubble.
  document.addEventListener('toggle', save, { capture: true, signal });
}
