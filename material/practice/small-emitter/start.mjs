export class Emitter {
  #listeners = {};

  on(event, listener) {
    this.#listeners[event] = [...(this.#listeners[event] ?? []), listener];
  }

  once(event, listener) {
    this.on(event, listener);
  }

  off(event, listener) {}

  emit(event, ...args) {
    for (const listener of this.#listeners[event]) listener(...args);
  }
}
