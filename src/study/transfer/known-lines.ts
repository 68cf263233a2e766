import { isRecord } from '../../collections/is-record.ts';
import { contentHash } from '../review/review-card.ts';

/** What a log has, to tell which lines of a file it lacks. */
export interface KnownLines {
  addEvent(id: string, line: string): void;
  /** Of an event that only a later version understands. */
  readonly addLater: (line: string) => void;
  /**
   * An event is told by its id, since one that came by Settings Sync is another text of the same. Only when the file's has
   * more in it, as when an older Loopwise carried no more than it understood, is it lacking all the same. What
   * only a later version understands is told by its text.
   */
  lacks(line: string): boolean;
}

export function createKnownLines(): KnownLines {
  /** What events consist of, by their ids; few sets for many events. */
  const events = new Map<string, ReadonlySet<string>>();
  const sets = new Map<string, ReadonlySet<string>>();
  const later = new Set<string>();

  return {
    addEvent(id, line) {
      const names = [...new Set([...(events.get(id) ?? []), ...namesIn(line)])].sort();
      const key = names.join('\n');
      const set = sets.get(key) ?? new Set(names);
      sets.set(key, set);
      events.set(id, set);
    },
    addLater: (line) => void later.add(nameOf(line)),
    lacks(line) {
      const known = events.get(idOf(line) ?? '');
      return known ? namesIn(line).some((name) => !known.has(name)) : !later.has(nameOf(line));
    },
  };
}

/** Of a line: its beginning has the event's id, and two of one event differ in their hash. */
function nameOf(line: string): string {
  const text = line.trim();
  return `${text.slice(0, 80)} ${contentHash([text])}`;
}

const idOf = (line: string): string | undefined => {
  const { id } = fieldsOf(line);
  return typeof id === 'string' ? id : undefined;
};

/** Without `before`: it repeats the review before, and no slot of Settings Sync has it. */
const namesIn = (line: string): readonly string[] =>
  Object.keys(fieldsOf(line)).filter((name) => name !== 'before');

/** None of what is no event. */
function fieldsOf(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
