export class TokenBucket {
  #size;
  #perSecond;
  #now;
  #tokens;
  #filledAt;

  constructor({ size, perSecond, now }) {
    this.#size = size;
    this.#perSecond = perSecond;
    this.#now = now;
    this.#tokens = size;
    this.#filledAt = now();
  }

  take(count = 1) {
    if (!Number.isInteger(count) || count < 1 || count > this.#size) {
      throw new RangeError(`Take 1 to ${this.#size} tokens, not ${count}`);
    }
    this.#fill();
    if (this.#tokens < count) {
      const retryAfter = Math.ceil((count - this.#tokens) / this.#perSecond);
      return { allowed: false, retryAfter };
    }
    this.#tokens -= count;
    return { allowed: true, retryAfter: 0 };
  }

  #fill() {
    const now = this.#now();
    const added = ((now - this.#filledAt) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#size, this.#tokens + added);
    this.#filledAt = now;
  }
}
