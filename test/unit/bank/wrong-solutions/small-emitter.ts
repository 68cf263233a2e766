import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'changes-the-list-while-emitting': `export class Emitter {
  #entries = new Map();

  on(event, listener) {
    return this.#add(event, { listener, call: listener });
  }

  once(event, listener) {
    const entry = { listener };
    entry.call = (...args) => {
      this.#remove(event, entry);
      listener.apply(this, args);
    };
    return this.#add(event, entry);
  }

  off(event, listener) {
    this.#remove(event, this.#of(event).findLast((one) => one.listener === listener));
    return this;
  }

  emit(event, ...args) {
    const entries = this.#of(event);
    if (event === 'error' && entries.length === 0) throw args[0];
    const known = entries.length > 0;
    for (const { call } of entries) call.apply(this, args);
    return known;
  }

  #of(event) {
    if (!this.#entries.has(event)) this.#entries.set(event, []);
    return this.#entries.get(event);
  }

  #add(event, entry) {
    this.#of(event).push(entry);
    return this;
  }

  #remove(event, entry) {
    const at = this.#of(event).indexOf(entry);
    if (at !== -1) this.#of(event).splice(at, 1);
  }
}
`,
  'once-removed-after-the-call': [
    [
      `        if (entry.called) continue;
        entry.called = true;
        this.#remove(event, entry);
      }
      entry.listener.apply(this, args);`,
      `        entry.listener.apply(this, args);
        this.#remove(event, entry);
        continue;
      }
      entry.listener.apply(this, args);`,
    ],
  ],
  'once-is-on': [['{ listener, once: true }', '{ listener, once: false }']],
  'off-removes-all': [
    [
      `    const entry = this.#of(event).findLast((one) => one.listener === listener);
    this.#remove(event, entry);`,
      `    for (const entry of this.#of(event)) {
      if (entry.listener === listener) this.#remove(event, entry);
    }`,
    ],
  ],
  'off-removes-the-first': [['.findLast(', '.find(']],
  'off-removes-the-last-one-when-it-finds-none': [
    [
      'this.#of(event).filter((one) => one !== entry)',
      'this.#of(event).toSpliced(this.#of(event).indexOf(entry), 1)',
    ],
  ],
  'off-does-not-know-once': `export class Emitter {
  #listeners = new Map();

  on(event, listener) {
    this.#listeners.set(event, [...this.#of(event), listener]);
    return this;
  }

  once(event, listener) {
    const wrapper = (...args) => {
      this.off(event, wrapper);
      listener.apply(this, args);
    };
    return this.on(event, wrapper);
  }

  off(event, listener) {
    const at = this.#of(event).lastIndexOf(listener);
    if (at !== -1) this.#listeners.set(event, this.#of(event).toSpliced(at, 1));
    return this;
  }

  emit(event, ...args) {
    const listeners = this.#of(event);
    if (event === 'error' && listeners.length === 0) throw args[0];
    for (const listener of listeners) listener.apply(this, args);
    return listeners.length > 0;
  }

  #of(event) {
    return this.#listeners.get(event) ?? [];
  }
}
`,
  'a-set-of-listeners': `export class Emitter {
  #listeners = new Map();

  on(event, listener) {
    this.#of(event).add(listener);
    return this;
  }

  once(event, listener) {
    return this.on(event, listener);
  }

  off(event, listener) {
    this.#of(event).delete(listener);
    return this;
  }

  emit(event, ...args) {
    const listeners = [...this.#of(event)];
    if (event === 'error' && listeners.length === 0) throw args[0];
    for (const listener of listeners) listener.apply(this, args);
    return listeners.length > 0;
  }

  #of(event) {
    if (!this.#listeners.has(event)) this.#listeners.set(event, new Set());
    return this.#listeners.get(event);
  }
}
`,
  'names-of-a-plain-object': [
    ['#entries = new Map();', '#entries = {};'],
    ['this.#entries.get(event) ??', 'this.#entries[event] ??'],
    [
      'this.#entries.set(event, [...this.#of(event), entry]);',
      'this.#entries[event] = [...this.#of(event), entry];',
    ],
    [
      'this.#entries.set(event, this.#of(event).filter((one) => one !== entry));',
      'this.#entries[event] = this.#of(event).filter((one) => one !== entry);',
    ],
  ],
  asynchronous: [
    [
      'entry.listener.apply(this, args);',
      'queueMicrotask(() => entry.listener.apply(this, args));',
    ],
  ],
  'errors-of-listeners-are-swallowed': [
    ['entry.listener.apply(this, args);', 'try { entry.listener.apply(this, args); } catch {}'],
  ],
  'error-without-a-listener-is-silent': [
    [
      `    if (event === 'error' && entries.length === 0) throw args[0];
`,
      '',
    ],
  ],
  'newest-listener-first': [['[...this.#of(event), entry]', '[entry, ...this.#of(event)]']],
  'without-this': [['entry.listener.apply(this, args);', 'entry.listener(...args);']],
  'one-argument': [['entry.listener.apply(this, args);', 'entry.listener.call(this, args[0]);']],
  'always-true': [['return entries.length > 0;', 'return true;']],
};
