import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'get-is-no-use': [
    [
      `    this.set(key, value);
`,
      '',
    ],
  ],
  'has-is-a-use': [
    [
      `    return this.#values.has(key);
  }

  set`,
      `    const known = this.#values.has(key);
    if (known) this.get(key);
    return known;
  }

  set`,
    ],
  ],
  'drops-before-it-looks': [
    [
      `    this.#values.delete(key);
    this.#values.set(key, value);
    if (this.#values.size > this.#size) this.#values.delete(this.#values.keys().next().value);
`,
      `    if (this.#values.size === this.#size) this.#values.delete(this.#values.keys().next().value);
    this.#values.delete(key);
    this.#values.set(key, value);
`,
    ],
  ],
  'replaced-in-its-place': [
    [
      `    this.#values.delete(key);
    this.#values.set`,
      '    this.#values.set',
    ],
  ],
  'undefined-is-missing': [
    [
      `    if (!this.#values.has(key)) return undefined;
    const value = this.#values.get(key);
`,
      `    const value = this.#values.get(key);
    if (value === undefined) return undefined;
`,
    ],
  ],
  'spreads-all-keys': [['this.#values.keys().next().value', '[...this.#values.keys()][0]']],
  'searches-a-list': `export class Cache {
  #entries = [];
  #size;

  constructor(size) {
    this.#size = size;
  }

  get(key) {
    const at = this.#entries.findIndex((entry) => entry.key === key);
    if (at === -1) return undefined;
    const [entry] = this.#entries.splice(at, 1);
    this.#entries.push(entry);
    return entry.value;
  }

  has(key) {
    return this.#entries.some((entry) => entry.key === key);
  }

  set(key, value) {
    const at = this.#entries.findIndex((entry) => entry.key === key);
    if (at !== -1) this.#entries.splice(at, 1);
    this.#entries.push({ key, value });
    if (this.#entries.length > this.#size) this.#entries.shift();
  }
}
`,
  'keys-of-an-object': `export class Cache {
  #values = {};
  #size;

  constructor(size) {
    this.#size = size;
  }

  get(key) {
    if (!this.has(key)) return undefined;
    const value = this.#values[key];
    this.set(key, value);
    return value;
  }

  has(key) {
    return Object.hasOwn(this.#values, key);
  }

  set(key, value) {
    delete this.#values[key];
    this.#values[key] = value;
    const keys = Object.keys(this.#values);
    if (keys.length > this.#size) delete this.#values[keys[0]];
  }
}
`,
};
