import type { AnswerProgress } from '../../shared/answer.ts';
import { fill } from '../../shared/fill.ts';
import type { AnswerPageContext } from './page.ts';

/** Boxes whose tick is on its way to the log: what the log says of them is older. */
const pending = new Map<HTMLInputElement, number>();

export function handleTicks(page: AnswerPageContext): void {
  for (const box of boxes()) {
    box.addEventListener('change', () => {
      const on = box.checked;
      showCount();
      pending.set(box, (pending.get(box) ?? 0) + 1);
      page
        .ask({ kind: 'tick', point: box.dataset['point'] ?? '', on })
        .catch(() => {
          box.checked = !on;
          showCount();
        })
        .finally(() => {
          const left = (pending.get(box) ?? 1) - 1;
          if (left > 0) pending.set(box, left);
          else pending.delete(box);
        });
    });
  }
}

/** What was ticked here or in another window. */
export function showTicks({ ticked }: AnswerProgress): void {
  const known = new Set(ticked);
  for (const box of boxes()) {
    if (!pending.has(box)) box.checked = known.has(box.dataset['point'] ?? '');
  }
  showCount();
}

function showCount(): void {
  const all = boxes();
  const count = all.filter(({ checked }) => checked).length;
  const bar = document.querySelector('progress');
  if (bar) bar.value = count;
  const text = document.getElementById('ticked');
  if (text) text.textContent = fill(text.dataset['pattern'] ?? '', count, all.length);
}

const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('input[data-point]'),
];
