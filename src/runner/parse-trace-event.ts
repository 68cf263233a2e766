import type { TraceEvent } from '../trace/trace-event.ts';

/** Whether a value has the shape of an event; whether it makes sense is for the trace to see. */
export function isTraceEvent(value: unknown): value is TraceEvent {
  if (!Array.isArray(value)) return false;
  const [kind, ...rest] = value as readonly unknown[];
  switch (kind) {
    case 'main':
      return isCount(rest[0]) && isTime(rest[1]) && Number.isInteger(rest[2]);
    case 'init':
      return (
        isCount(rest[0]) && typeof rest[1] === 'string' && isCount(rest[2]) && isDetails(rest[3])
      );
    case 'before':
      return (
        isCount(rest[0]) &&
        isTime(rest[1]) &&
        (rest[2] === undefined || Number.isInteger(rest[2])) &&
        isOptional(rest[3], 'boolean')
      );
    case 'after':
      return isCount(rest[0]) && isTime(rest[1]) && (rest[2] === undefined || isTime(rest[2]));
    case 'refresh':
    case 'body':
      return isCount(rest[0]) && isTime(rest[1]);
    case 'resolve':
    case 'clear':
    case 'close':
    case 'post':
    case 'take':
    case 'start':
    case 'fill':
    case 'kill':
    case 'signal':
      return isCount(rest[0]);
    case 'reads':
      return isCount(rest[0]) && isCount(rest[1]) && isCount(rest[2]);
    case 'connect':
      return isCount(rest[0]) && isCount(rest[1]);
    case 'sends':
      return isCount(rest[0]) && isCount(rest[1]) && isOptional(rest[2], 'boolean');
    case 'listen':
      return isCount(rest[0]) && typeof rest[1] === 'boolean';
    case 'altered':
      return typeof rest[0] === 'string';
    case 'hooks':
    case 'wait':
    case 'waited':
      return true;
    case 'event':
      return typeof rest[0] === 'string' && isTime(rest[1]) && isOptional(rest[2], 'boolean');
    case 'done':
    case 'slept':
      return isTime(rest[0]);
    case 'outside':
      return isTime(rest[0]) && Number.isInteger(rest[1]);
    default:
      return kind === 'stop';
  }
}

function isDetails(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  const { line, column, name, file, tick, ms, delay, repeat, cpu, foreign, child } =
    value as Record<string, unknown>;
  return (
    isOptionalCount(line) &&
    isOptionalCount(column) &&
    [name, file, tick].every((text) => isOptional(text, 'string')) &&
    [ms, cpu].every((time) => time === undefined || isTime(time)) &&
    isOptional(delay, 'number') &&
    isOptional(repeat, 'boolean') &&
    isOptional(foreign, 'boolean') &&
    isOptional(child, 'boolean')
  );
}

export const isOptionalCount = (value: unknown) => value === undefined || isCount(value);

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

const isTime = (value: unknown) => typeof value === 'number' && value >= 0;

const isOptional = (value: unknown, type: 'string' | 'number' | 'boolean') =>
  value === undefined || typeof value === type;
