export class TokenBucket {
  /** @param {{ size: number, perSecond: number, now: () => number }} options */
  constructor({ size, perSecond, now }) {
    this.tokens = size;
  }

  take(count = 1) {
    if (this.tokens < count) return { allowed: false, retryAfter: 1 };
    this.tokens -= count;
    return { allowed: true, retryAfter: 0 };
  }
}
