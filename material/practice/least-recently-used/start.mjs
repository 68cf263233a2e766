export class Cache {
  #values = new Map();
  #size;

  constructor(size) {
    this.#size = size;
  }

  get(key) {
    return this.#values.get(key);
  }

  has(key) {
    return this.#values.has(key);
  }

  set(key, value) {
    this.#values.set(key, value);
  }
}
