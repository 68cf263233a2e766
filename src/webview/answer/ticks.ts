import type { AnswerProgress, AnswerTexts } from '../../shared/answer.ts';
import type { AnswerPageContext } from './page.ts';

/** Boxes whose tick is on its way to the log: what the log says of them is older. */
const pending = new Map<HTMLInputElement, number>();

export function handleTicks(page: AnswerPageContext, texts: AnswerTexts): void {
  for (const box of boxes()) {
    box.addEventListener('change', () => {
      const on = box.checked;
      showCount(texts);
      pending.set(box, (pending.get(box) ?? 0) + 1);
      page
        .ask({ kind: 'tick', point: box.dataset['point'] ?? '', on })
        .catch(() => {
          box.checked = !on;
          showCount(texts);
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
export function showTicks({ ticked }: AnswerProgress, texts: AnswerTexts): void {
  const known = new Set(ticked);
  for (const box of boxes()) {
    if (!pending.has(box)) box.checked = known.has(box.dataset['point'] ?? '');
  }
  showCount(texts);
}

function showCount(texts: AnswerTexts): void {
  const all = boxes();
  const count = all.filter(({ checked }) => checked).length;
  const bar = document.querySelector('progress');
  if (bar) bar.value = count;
  const text = document.getElementById('ticked');
  if (text) {
    text.textContent = texts.ticked
      .replace('{0}', String(count))
      .replace('{1}', String(all.length));
  }
}

const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('input[data-point]'),
];
