import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'a-fixed-window': [
    [
      `    const added = ((now - this.#filledAt) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#size, this.#tokens + added);
    this.#filledAt = now;`,
      `    if (Math.floor(now / 1000) === Math.floor(this.#filledAt / 1000)) return;
    this.#tokens = this.#size;
    this.#filledAt = now;`,
    ],
  ],
  'fractions-are-lost': [
    [
      '((now - this.#filledAt) / 1000) * this.#perSecond',
      'Math.floor(((now - this.#filledAt) / 1000) * this.#perSecond)',
    ],
  ],
  'whole-seconds-only': [
    ['((now - this.#filledAt) / 1000)', 'Math.round((now - this.#filledAt) / 1000)'],
  ],
  overflows: [['Math.min(this.#size, this.#tokens + added)', 'this.#tokens + added']],
  'starts-empty': [['this.#tokens = size;', 'this.#tokens = 0;']],
  'a-refusal-costs-tokens': [
    [
      `    if (this.#tokens < count) {
      const retryAfter = Math.ceil((count - this.#tokens) / this.#perSecond);
      return { allowed: false, retryAfter };
    }
    this.#tokens -= count;`,
      `    this.#tokens -= count;
    if (this.#tokens < 0) {
      return { allowed: false, retryAfter: Math.ceil(-this.#tokens / this.#perSecond) };
    }`,
    ],
  ],
  'empties-the-rest-when-it-refuses': [
    [
      'return { allowed: false, retryAfter };',
      'this.#tokens = 0;\n      return { allowed: false, retryAfter };',
    ],
  ],
  'filled-again-for-the-same-time': [
    [
      `    this.#filledAt = now;
  }`,
      '  }',
    ],
  ],
  'the-last-token-stays': [['this.#tokens < count', 'this.#tokens <= count']],
  'takes-one-whatever-is-asked': [['this.#tokens -= count', 'this.#tokens -= 1']],
  'retry-after-rounded-down': [['Math.ceil(', 'Math.floor(']],
  'retry-after-forgets-what-is-there': [['(count - this.#tokens) / ', 'count / ']],
  'retry-after-of-one-token': [['(count - this.#tokens) / ', '(1 - this.#tokens) / ']],
  'waits-for-more-than-fits': [[' || count > this.#size', '']],
  'takes-nothing-and-less': [['count < 1 || ', '']],
  'one-bucket-for-everybody': [
    [
      `export class TokenBucket {
  #size;`,
      `let shared;

export class TokenBucket {
  #size;`,
    ],
    ['this.#tokens = size;', 'shared ??= size;'],
    ['this.#tokens', 'shared'],
  ],
};
