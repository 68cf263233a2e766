import { isRecord } from '../collections/is-record.ts';
import type {
  Attempt,
  CardId,
  EventPayload,
  EventHead,
  MemoryNote,
  ProgressEvent,
  Rating,
} from './event.ts';
import { interviewedOf } from './interview/interviewed.ts';

/** What one line of the log turned out to be. */
export type ParsedLine =
  | { readonly kind: 'event'; readonly event: ProgressEvent }
  /** What a later Loopwise wrote and this one does not know: kept, and passed over. */
  | { readonly kind: 'later' }
  /** Torn in mid-write, or not ours. */
  | { readonly kind: 'unreadable' };

/**
 * One event as it stands in the file. The line break in front ends whatever a crash or a full
 * disk left unfinished there, so that nobody has to look before appending; empty lines are nothing.
 */
export const formatLine = (event: ProgressEvent): string => asLine(JSON.stringify(event));

/** The same for an event that is JSON already. */
export const asLine = (json: string): string => `\n${json}\n`;

/** Never throws, whatever the line holds. */
export function parseLine(line: string): ParsedLine {
  // Most of what is not ours, or torn, is told by its ends, without the cost of an error.
  if (!/^\s*\{/.test(line.slice(0, 100)) || !/\}\s*$/.test(line.slice(-100)))
    return { kind: 'unreadable' };
  const value = parseJson(line);
  if (!isRecord(value)) return { kind: 'unreadable' };
  if (typeof value['v'] === 'number' && value['v'] > 1) return { kind: 'later' };
  if (value['v'] !== 1 || typeof value['kind'] !== 'string') return { kind: 'unreadable' };
  if (!knownKinds.has(value['kind'])) return { kind: 'later' };
  const head = headOf(value);
  if (!head) return { kind: 'unreadable' };
  if (!isCardId(head.card)) return { kind: 'later' };
  const payload = payloadOf(value);
  // The head is whole, so what follows is the work of a program that knows more.
  return payload
    ? { kind: 'event', event: { ...head, card: head.card, ...payload } }
    : { kind: 'later' };
}

type Fields = Readonly<Record<string, unknown>>;

const knownKinds: ReadonlySet<string> = new Set<EventPayload['kind']>([
  'opened',
  'bookmarked',
  'askLater',
  'noted',
  'ticked',
  'answered',
  'predicted',
  'copyPredicted',
  'drilled',
  'found',
  'suspected',
  'practised',
  'reviewed',
  'interviewed',
  'planTicked',
  'undone',
  'reset',
]);

/** The card may be of a kind that only a later version has. */
function headOf({
  id,
  at,
  card,
}: Fields): (Omit<EventHead, 'card'> & { card: string }) | undefined {
  if (typeof id !== 'string' || id === '') return undefined;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined;
  return typeof card === 'string' && /^[a-z][a-zA-Z]*:./su.test(card)
    ? { v: 1, id, at, card }
    : undefined;
}

function payloadOf(fields: Fields): EventPayload | undefined {
  switch (fields['kind'] as EventPayload['kind']) {
    case 'opened':
      return { kind: 'opened' };
    case 'bookmarked':
      return typeof fields['on'] === 'boolean'
        ? { kind: 'bookmarked', on: fields['on'] }
        : undefined;
    case 'askLater':
      return typeof fields['on'] === 'boolean' ? { kind: 'askLater', on: fields['on'] } : undefined;
    case 'noted':
      return typeof fields['text'] === 'string'
        ? { kind: 'noted', text: fields['text'] }
        : undefined;
    case 'ticked':
      return tickedOf(fields);
    case 'answered':
      return answeredOf(fields);
    case 'predicted':
      return predictedOf(fields);
    case 'copyPredicted':
      return copyPredictedOf(fields);
    case 'drilled':
      return drilledOf(fields);
    case 'found':
      return { kind: 'found' };
    case 'suspected':
      return typeof fields['snippet'] === 'string'
        ? { kind: 'suspected', snippet: fields['snippet'] }
        : undefined;
    case 'practised':
      return practisedOf(fields);
    case 'reviewed':
      return reviewedOf(fields);
    case 'interviewed':
      return interviewedOf(fields);
    case 'planTicked':
      return typeof fields['on'] === 'boolean'
        ? { kind: 'planTicked', on: fields['on'] }
        : undefined;
    case 'undone':
      return typeof fields['event'] === 'string'
        ? { kind: 'undone', event: fields['event'] }
        : undefined;
    case 'reset':
      return {
        kind: 'reset',
        ...(typeof fields['batch'] === 'string' && { batch: fields['batch'] }),
      };
  }
}

function tickedOf({ point, on }: Fields): EventPayload | undefined {
  if (typeof point !== 'string' || typeof on !== 'boolean') return undefined;
  return { kind: 'ticked', point, on };
}

function answeredOf({ check, choice, correct }: Fields): EventPayload | undefined {
  if (typeof check !== 'string' || typeof choice !== 'number' || typeof correct !== 'boolean') {
    return undefined;
  }
  return { kind: 'answered', check, choice, correct };
}

function predictedOf(fields: Fields): EventPayload | undefined {
  const judged = judgedOf(fields);
  const tried = attemptOf(fields['attempt']);
  return judged && { kind: 'predicted', ...judged, ...(tried && { attempt: tried }) };
}

function drilledOf(fields: Fields): EventPayload | undefined {
  const judged = judgedOf(fields);
  return judged && { kind: 'drilled', ...judged };
}

/** What was predicted, and what became of it. */
function judgedOf({ verdict, mode, prediction, node }: Fields) {
  if (!isVerdict(verdict) || (mode !== 'cards' && mode !== 'typed')) return undefined;
  if (!isTexts(prediction) || typeof node !== 'string') return undefined;
  return { verdict, mode, prediction, node } as const;
}

function copyPredictedOf({
  verdict,
  code,
  prediction,
  output,
  node,
}: Fields): EventPayload | undefined {
  if (!isVerdict(verdict) || typeof code !== 'string' || typeof node !== 'string') return undefined;
  if (!isTexts(prediction) || !isTexts(output)) return undefined;
  return { kind: 'copyPredicted', verdict, code, prediction, output, node };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');

function practisedOf({ passed, failed, hints, node }: Fields): EventPayload | undefined {
  if (!isCount(passed) || !isCount(failed) || !isCount(hints)) return undefined;
  return typeof node === 'string' ? { kind: 'practised', passed, failed, hints, node } : undefined;
}

function reviewedOf({
  rating,
  durationMs,
  hints,
  missed,
  content,
  before,
  after,
}: Fields): EventPayload | undefined {
  const [remembered, remembers] = [memoryNoteOf(before), memoryNoteOf(after)];
  if (!isRating(rating) || typeof content !== 'string' || !remembers) return undefined;
  if (!isCount(durationMs) || !isCount(hints)) return undefined;
  return {
    ...{ kind: 'reviewed', rating, durationMs, hints, content, after: remembers },
    ...(isTexts(missed) && { missed }),
    ...(remembered && { before: remembered }),
  };
}

function memoryNoteOf(value: unknown): MemoryNote | undefined {
  if (!isRecord(value)) return undefined;
  const { stability, difficulty, due } = value;
  if (typeof stability !== 'number' || typeof difficulty !== 'number') return undefined;
  if (typeof due !== 'string' || Number.isNaN(Date.parse(due))) return undefined;
  return { stability, difficulty, due };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

export const isRating = (value: unknown): value is Rating =>
  value === 'again' || value === 'hard' || value === 'good' || value === 'easy';

/** Undefined for one that is missing, or told as only a later version does: the rest still counts. */
export function attemptOf(value: unknown): Attempt | undefined {
  if (!isRecord(value)) return undefined;
  const { number, seen } = value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1) return undefined;
  return isSeen(seen) ? { number, seen } : undefined;
}

export const isSeen = (seen: unknown): seen is Attempt['seen'] =>
  seen === 'nothing' || seen === 'line' || seen === 'output';

type Verdict = Extract<EventPayload, { kind: 'predicted' }>['verdict'];

function isVerdict(value: unknown): value is Verdict {
  return value === 'exact' || value === 'possible' || value === 'wrong' || value === 'unknown';
}

export function isCardId(card: string): card is CardId {
  return /^(question|snippet|check|belief|drill|interview|plan|problem):./su.test(card);
}

/** What a card is of: its id without the kind before the colon. */
export const nameOfCard = (card: string): string => card.slice(card.indexOf(':') + 1);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
