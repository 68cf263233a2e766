import { types } from 'node:util';
import {
  attempt,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  slice,
  stringify,
  toText,
  uncurryGetter,
  uncurryThis,
  withoutPrototype,
} from './primordials.ts';

// Looks into values without running any code of the program: no getter, no trap of a proxy, no `toString`,
// and none of the methods that it may have replaced.

const { isProxy, isNativeError, isDate, isRegExp, isMap, isSet, isTypedArray } = types;
const { isArray } = Array;

/** Parts that lie deeper are only counted. */
const deepest = 6;
const mostParts = 50;
/** Of one call. */
const mostOfCall = 200;
/** Of all calls of a run: a loop that prints objects is not slowed down for its whole time. */
const mostOfRun = 5_000;
const longestText = 200;

const symbolText = uncurryThis(Symbol.prototype, 'toString');
const hasOwn = uncurryThis(Object.prototype, 'hasOwnProperty');
const isEnumerable = uncurryThis(Object.prototype, 'propertyIsEnumerable');
const dateText = uncurryThis(Date.prototype, 'toISOString');
const sourceOf = uncurryGetter(RegExp.prototype, 'source');
const flags = [
  { letter: 'd', has: uncurryGetter(RegExp.prototype, 'hasIndices') },
  { letter: 'g', has: uncurryGetter(RegExp.prototype, 'global') },
  { letter: 'i', has: uncurryGetter(RegExp.prototype, 'ignoreCase') },
  { letter: 'm', has: uncurryGetter(RegExp.prototype, 'multiline') },
  { letter: 's', has: uncurryGetter(RegExp.prototype, 'dotAll') },
  { letter: 'u', has: uncurryGetter(RegExp.prototype, 'unicode') },
  { letter: 'v', has: uncurryGetter(RegExp.prototype, 'unicodeSets') },
  { letter: 'y', has: uncurryGetter(RegExp.prototype, 'sticky') },
];
const sizeOfMap = uncurryGetter(Map.prototype, 'size');
const sizeOfSet = uncurryGetter(Set.prototype, 'size');
const entriesOf = uncurryThis(Map.prototype, 'entries');
const valuesOf = uncurryThis(Set.prototype, 'values');
const nextEntry = uncurryThis(getPrototypeOf(new Map().entries()) as Iterator<unknown>, 'next');
const nextValue = uncurryThis(getPrototypeOf(new Set().values()) as Iterator<unknown>, 'next');
const lengthOfTyped = uncurryGetter(getPrototypeOf(Uint8Array.prototype) as object, 'length');

let leftOfCall = 0;
let leftOfRun = mostOfRun;
/** The objects that the one that is looked into is part of. */
const around: unknown[] = [];

/**
 * What is shown of the objects among some values, as JSON of a list of `ShownValue`: what they are when it is
 * called. Empty where there is none. Must be called within an `attempt`.
 */
export function shownValues(values: readonly unknown[]): string {
  leftOfCall = mostOfCall;
  let json = '';
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    if (!isObject(value) || leftOfRun <= 0) continue;
    json += `${json === '' ? '' : ','}${shown(value, 0)}`;
  }
  // Nothing is kept alive that the program let go.
  around.length = 0;
  return json === '' ? '' : `[${json}]`;
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** JSON of a `ShownValue`. @param depth how many values it is part of */
function shown(value: unknown, depth: number): string {
  leftOfCall -= 1;
  leftOfRun -= 1;
  if (!isObject(value)) return only(primitiveText(value));
  // To look at one would call its traps.
  if (isProxy(value)) return only('Proxy');
  for (let at = 0; at < depth; at++) if (around[at] === value) return only('[Circular]');
  around[depth] = value;
  let text = '';
  let parts = '';
  let more = 0;
  attempt(() => {
    text = headOf(value);
    const list = partsOf(value, depth);
    parts = list.json;
    more = list.more;
  });
  return `{"text":${stringify(text)}${parts === '' ? '' : `,"parts":[${parts}]`}${more > 0 ? `,"more":${more}` : ''}}`;
}

const only = (text: string): string => `{"text":${stringify(text)}}`;

function primitiveText(value: unknown): string {
  if (typeof value === 'string') return stringify(cut(value));
  if (typeof value === 'symbol') return cut(symbolText(value));
  if (typeof value === 'bigint') return `${cut(toText(value))}n`;
  return value === 0 && 1 / value < 0 ? '-0' : toText(value);
}

const cut = (text: string): string =>
  text.length > longestText ? `${slice(text, 0, longestText)}…` : text;

function headOf(value: object): string {
  if (typeof value === 'function') {
    const name = ownText(value, 'name');
    return name === '' ? '[Function (anonymous)]' : `[Function: ${name}]`;
  }
  const name = className(value);
  if (isArray(value)) return `${name}(${lengthOf(value)})`;
  if (isTypedArray(value)) return `${name}(${toText(lengthOfTyped(value))})`;
  if (isMap(value)) return `${name}(${toText(sizeOfMap(value))})`;
  if (isSet(value)) return `${name}(${toText(sizeOfSet(value))})`;
  if (isNativeError(value)) return `${name}: ${ownText(value, 'message')}`;
  if (isRegExp(value)) return cut(`/${toText(sourceOf(value))}/${flagsOf(value)}`);
  if (isDate(value)) return dateOf(value);
  return name;
}

function dateOf(value: Date): string {
  try {
    return dateText(value);
  } catch {
    return 'Invalid Date';
  }
}

function flagsOf(value: object): string {
  let text = '';
  for (let at = 0; at < flags.length; at++) {
    const { letter, has } = flags[at] as (typeof flags)[number];
    if (has(value) === true) text += letter;
  }
  return text;
}

const lengthOf = (value: object): number =>
  getOwnPropertyDescriptor(value, 'length')?.value as number;

/** A property that holds a text; empty where it is a getter or something else. */
function ownText(value: object, name: string): string {
  const found = getOwnPropertyDescriptor(value, name);
  const text: unknown = found && hasOwn(found, 'value') ? found.value : undefined;
  return typeof text === 'string' ? cut(text) : '';
}

/** By the constructor that its nearest prototype names. */
function className(value: object): string {
  let owner = getPrototypeOf(value);
  if (owner === null) return '[Object: null prototype]';
  for (let left = 8; owner !== null && left > 0 && !isProxy(owner); left--) {
    const found = getOwnPropertyDescriptor(owner, 'constructor');
    const maker: unknown = found && hasOwn(found, 'value') ? found.value : undefined;
    if (typeof maker === 'function' && !isProxy(maker)) {
      const name = ownText(maker, 'name');
      if (name !== '') return name;
    }
    owner = getPrototypeOf(owner);
  }
  return 'Object';
}

interface Parts {
  /** JSON of each, separated by commas. */
  readonly json: string;
  /** How many are left out. */
  readonly more: number;
}

/** Collects parts until there are enough. */
interface Collector {
  json: string;
  count: number;
  more: number;
}

function partsOf(value: object, depth: number): Parts {
  const parts: Collector = withoutPrototype({ json: '', count: 0, more: 0 });
  if (isArray(value)) elements(value, lengthOf(value), parts, depth);
  else if (isTypedArray(value)) elements(value, lengthOfTyped(value) as number, parts, depth);
  else {
    if (isMap(value)) entries(value, parts, depth);
    else if (isSet(value)) members(value, parts, depth);
    properties(value, parts, depth);
  }
  return parts;
}

function elements(value: object, length: number, parts: Collector, depth: number): void {
  for (let at = 0; at < length; at++) {
    if (isFull(parts, depth)) {
      parts.more += length - at;
      return;
    }
    add(parts, toText(at), property(value, toText(at), depth));
  }
}

function entries(value: Map<unknown, unknown>, parts: Collector, depth: number): void {
  const iterator = entriesOf(value);
  const size = sizeOfMap(value) as number;
  for (let at = 0; at < size; at++) {
    if (isFull(parts, depth)) {
      parts.more += size - at;
      return;
    }
    const entry = nextEntry(iterator).value as readonly [unknown, unknown];
    const key = isObject(entry[0])
      ? isProxy(entry[0])
        ? 'Proxy'
        : headOf(entry[0])
      : primitiveText(entry[0]);
    add(parts, `${key} =>`, shown(entry[1], depth + 1));
  }
}

function members(value: Set<unknown>, parts: Collector, depth: number): void {
  const iterator = valuesOf(value);
  const size = sizeOfSet(value) as number;
  for (let at = 0; at < size; at++) {
    if (isFull(parts, depth)) {
      parts.more += size - at;
      return;
    }
    add(parts, '', shown(nextValue(iterator).value, depth + 1));
  }
}

function properties(value: object, parts: Collector, depth: number): void {
  const keys = ownKeys(value);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string | symbol;
    // To ask for an error's stack calls the program's `prepareStackTrace`; that is not enumerable.
    if (!isEnumerable(value, key)) continue;
    if (isFull(parts, depth)) parts.more += 1;
    else {
      const name = typeof key === 'symbol' ? `[${cut(symbolText(key))}]` : cut(key);
      add(parts, name, property(value, key, depth));
    }
  }
  if (isNativeError(value)) {
    const cause = getOwnPropertyDescriptor(value, 'cause');
    if (cause && hasOwn(cause, 'value') && !isFull(parts, depth)) {
      add(parts, '[cause]', shown(cause.value, depth + 1));
    }
  }
}

const isFull = ({ count }: Collector, depth: number): boolean =>
  count >= mostParts || depth >= deepest || leftOfCall <= 0;

function add(parts: Collector, key: string, json: string): void {
  parts.json += `${parts.count === 0 ? '' : ','}[${stringify(key)},${json}]`;
  parts.count += 1;
}

function property(value: object, key: string | symbol, depth: number): string {
  const found = getOwnPropertyDescriptor(value, key);
  if (found === undefined) return only('<empty>');
  if (hasOwn(found, 'value')) return shown(found.value, depth + 1);
  if (found.get === undefined) return only('[Setter]');
  return only(found.set === undefined ? '[Getter]' : '[Getter/Setter]');
}
