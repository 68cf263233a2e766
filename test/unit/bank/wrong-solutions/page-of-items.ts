import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'counted-from-zero': [['(number - 1) * size', 'number * size']],
  'pages-rounded-down': [['Math.ceil', 'Math.floor']],
  'next-after-the-last': [
    ['number < pages ? number + 1 : null', 'from + size <= items.length ? number + 1 : null'],
  ],
  'undefined-for-no-next': [['number + 1 : null', 'number + 1 : undefined']],
  'takes-text': [['!Number.isInteger(value)', '!Number.isInteger(Number(value))']],
  'an-error-of-another-kind': [['throw new RangeError(', 'throw new Error(']],
  'checks-the-number-only': [['of [number, size]', 'of [number]']],
  'takes-from-the-list': [['items.slice(from, from + size)', 'items.splice(from, size)']],
  'at-least-one-page': [
    ['Math.ceil(items.length / size)', 'Math.max(1, Math.ceil(items.length / size))'],
  ],
};
