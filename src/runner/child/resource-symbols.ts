import {
  withoutPrototype,
  defineProperty,
  uncurryGetter,
  ownKeys,
  toNumber,
} from './primordials.ts';

// What Node keeps under symbols on promises, timers and handles.

const descriptionOf = uncurryGetter(Symbol.prototype, 'description');

let idSymbols: readonly symbol[] | undefined;

/** `console.log(promise)` would show the two properties that the hooks put on every promise. */
export function hideIds(promise: object): void {
  idSymbols ??= symbolsOf(promise);
  for (let index = 0; index < idSymbols.length; index++) {
    defineProperty(promise, idSymbols[index] as symbol, hidden);
  }
}

const hidden = withoutPrototype({ enumerable: false });

/** The async id of what `setTimeout` and its like return, or of the number for it. */
export function timerId(timer: unknown): number | undefined {
  if (typeof timer === 'number' || typeof timer === 'string') return toNumber(timer);
  if (typeof timer !== 'object' || timer === null) return undefined;
  const key = symbolNamed(timer, 'asyncId');
  const id: unknown = key && (timer as Record<symbol, unknown>)[key];
  return typeof id === 'number' ? id : undefined;
}

/** The symbol of that name among those that Node put on an object. */
export function symbolNamed(object: object, name: string): symbol | undefined {
  const symbols = symbolsOf(object);
  for (let index = 0; index < symbols.length; index++) {
    if (descriptionOf(symbols[index]) === name) return symbols[index];
  }
  return undefined;
}

function symbolsOf(object: object): symbol[] {
  const symbols: symbol[] = [];
  const keys = ownKeys(object);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index];
    if (typeof key === 'symbol') symbols[symbols.length] = key;
  }
  return symbols;
}
