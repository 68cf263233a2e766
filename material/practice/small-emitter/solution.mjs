export class Emitter {
  #entries = new Map();

  on(event, listener) {
    return this.#add(event, { listener, once: false });
  }

  once(event, listener) {
    return this.#add(event, { listener, once: true });
  }

  off(event, listener) {
    const entry = this.#of(event).findLast((one) => one.listener === listener);
    this.#remove(event, entry);
    return this;
  }

  emit(event, ...args) {
    const entries = this.#of(event);
    if (event === 'error' && entries.length === 0) throw args[0];
    for (const entry of entries) {
      if (entry.once) {
        if (entry.called) continue;
        entry.called = true;
        this.#remove(event, entry);
      }
      entry.listener.apply(this, args);
    }
    return entries.length > 0;
  }

  #of(event) {
    return this.#entries.get(event) ?? [];
  }

  /** The list is replaced, so that an emit in progress keeps the list that it started with. */
  #add(event, entry) {
    this.#entries.set(event, [...this.#of(event), entry]);
    return this;
  }

  #remove(event, entry) {
    this.#entries.set(event, this.#of(event).filter((one) => one !== entry));
  }
}
