import { isOptionalCount, isTraceEvent } from './parse-trace-event.ts';
import type { ChildRecord } from './protocol.ts';

/** A record if the line is one: a snippet may write anything to the private pipe. */
export function parseRecord(line: string): ChildRecord | undefined {
  // Cheaper than an error of the parser for each line of garbage.
  if (!line.startsWith('{')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  return isObject(value) && isRecord(value) ? value : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function isRecord(value: Fields): value is Fields & ChildRecord {
  switch (value.kind) {
    case 'ready':
      return typeof value.node === 'string' && typeof value.pid === 'number';
    case 'output':
      return (
        isStream(value.stream) && typeof value.text === 'string' && isPlace(value) && isHalf(value)
      );
    case 'error':
      return (
        typeof value.name === 'string' &&
        typeof value.message === 'string' &&
        typeof value.stack === 'string'
      );
    case 'cap':
      return value.limit === 'lines' || value.limit === 'bytes';
    case 'trace':
      return Array.isArray(value.events) && value.events.every(isTraceEvent);
    case 'exit':
      return typeof value.code === 'number';
    default:
      return value.kind === 'stdin';
  }
}

const isPlace = ({ line, column, from, ms, inner, values }: Fields) =>
  isOptionalCount(line) &&
  isOptionalCount(column) &&
  (from === undefined || from === 'worker') &&
  (ms === undefined || typeof ms === 'number') &&
  (inner === undefined || isFileSite(inner)) &&
  (values === undefined || (Array.isArray(values) && values.every((value) => isShownValue(value))));

/** The child looks less deep; a snippet may write anything. */
const deepestValue = 10;

function isShownValue(value: unknown, depth = 0): boolean {
  if (!isObject(value) || depth > deepestValue) return false;
  const { text, parts, more } = value;
  return (
    typeof text === 'string' &&
    isOptionalCount(more) &&
    (parts === undefined ||
      (Array.isArray(parts) && parts.every((part) => isPart(part, depth + 1))))
  );
}

const isPart = (part: unknown, depth: number): boolean =>
  Array.isArray(part) && typeof part[0] === 'string' && isShownValue(part[1], depth);

const isFileSite = (value: unknown) =>
  isObject(value) &&
  typeof value['file'] === 'string' &&
  typeof value['line'] === 'number' &&
  typeof value['column'] === 'number';

const isHalf = ({ half }: Fields) => half === undefined || typeof half === 'boolean';

const isStream = (value: unknown) => value === 'stdout' || value === 'stderr';
