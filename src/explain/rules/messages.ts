import { areAny, phasesAre, sameTurn } from '../pair-predicates.ts';
import type { Certainty, Pair, Phrasing, Rule } from '../rule.ts';
import type { TraceIndex } from '../trace-index.ts';

// A message of a port is there when it has been posted and somebody listens, whichever comes last.

export const messageIsThere: Rule = {
  id: 'message-is-there',
  title: 'A message that was posted before the poll phase is delivered in it.',
  applies: (pair) => phasesAre(pair, 'poll', 'check') && isThere(pair),
  certainty: isThereInEveryRun,
  text: ({ record, first, second }, say) =>
    `${howItCame(record, first, say)} The poll phase comes before the check phase with ${say.callback(second)}.`,
  source: 'loop',
  question: 'event-loop-phases',
};

export const messageFromPoll: Rule = {
  id: 'message-from-poll',
  title:
    'A message that is posted in the poll phase arrives in this poll phase or in the next one.',
  applies: (pair) => areAny(pair, 'poll', 'check') && isPostedFromPoll(pair),
  certainty: () => 'unknown',
  saysDoubt: true,
  text: ({ record, first, second }, say) => {
    const message = record.callback(first).phase === 'poll' ? first : second;
    const origin = say.callback(record.origin(message));
    const what = isHeld(record, message)
      ? `The port of ${say.callback(message)} began to listen during ${origin}, while the loop was in its poll phase. Whether libuv still delivers what had been posted to it there`
      : `${say.Callback(record.origin(message))} posted the message for ${say.callback(message)} while the loop was in its poll phase. Whether libuv still delivers it there`;
    return `${what}, before the check phase, depends on what else is waiting, and that is not in the record.`;
  },
  source: 'loop',
  question: 'event-loop-phases',
};

export const portsInOrder: Rule = {
  id: 'ports-in-order',
  title:
    'Ports that have a message at the same time are served in the order in which they were made.',
  applies: (pair) => isFromOlderPort(pair),
  certainty: areThereTogether,
  text: ({ record, first, second }, say) =>
    `Both messages were there when ${say.callback(record.macrotask(record.origin(first)))} and the queues after it were done. In the poll phase libuv goes through the ports in the order in which they were made, whichever message was posted first: the port of ${say.callback(first)} is older than that of ${say.callback(second)}.`,
  source: 'loop',
  question: 'v8-and-libuv',
};

/** Whether it had been posted already when somebody began to listen. */
function isHeld(record: TraceIndex, message: number): boolean {
  const { by = 0, alsoBy: listener = 0 } = record.task(message);
  return listener > by;
}

function howItCame(record: TraceIndex, message: number, say: Phrasing): string {
  const { by = 0, alsoBy: listener = 0 } = record.task(message);
  return isHeld(record, message)
    ? `${say.Callback(by)} had posted the message for ${say.callback(message)}, which waited until the port began to listen, during ${say.callback(listener)}. Within one thread it arrives immediately then.`
    : `${say.Callback(record.origin(message))} posted the message for ${say.callback(message)}, and within one thread it arrives immediately.`;
}

/** What must have run before a message arrives: who posted it, and who had the port listen. */
function needs(record: TraceIndex, message: number): number[] {
  const { by, alsoBy } = record.task(message);
  return [by, alsoBy].filter((cause) => cause !== undefined);
}

function worst(found: readonly Certainty[]): Certainty {
  return found.find((it) => it === 'race') ?? found.find((it) => it === 'unknown') ?? 'certain';
}

/** Whether all that the message needs comes before what made the other one, or in one go with it. */
function isThereInEveryRun({ record, first, second, certaintyOf }: Pair): Certainty {
  const other = record.origin(second);
  const isTogether = (one: number) => record.macrotask(one) === record.macrotask(other);
  return worst(
    needs(record, first).map((one) => (isTogether(one) ? 'certain' : certaintyOf(one, other))),
  );
}

/** Whether in every run the last thing that either message needs is the same callback of the loop. */
function areThereTogether({ record, first, second, certaintyOf }: Pair): Certainty {
  const last = record.macrotask(record.origin(first));
  const others = [...needs(record, first), ...needs(record, second)].map((one) =>
    record.macrotask(one),
  );
  return worst(others.map((one) => (one === last ? 'certain' : certaintyOf(one, last))));
}

/** Whether the one of the poll phase is a message that was posted from there. */
function isPostedFromPoll({ record, first, second }: Pair): boolean {
  const message = record.callback(first).phase === 'poll' ? first : second;
  const macrotask = record.macrotask(record.origin(message));
  // Node 20 runs the body of an ES module there too: it has read the file.
  const isInPoll =
    record.callback(macrotask).phase === 'poll' ||
    (macrotask === 0 && record.trace.entry === 'mjs');
  return record.task(message).queuedAt !== undefined && isInPoll;
}

/** Whether the first is a message that was there from a phase before this turn's poll phase on. */
function isThere(pair: Pair): boolean {
  const { record, first, second } = pair;
  const macrotask = record.macrotask(record.origin(first));
  return (
    record.task(first).queuedAt !== undefined &&
    sameTurn(pair) &&
    record.callback(macrotask).phase !== 'poll' &&
    macrotask <= record.macrotask(record.origin(second))
  );
}

/** Whether both are messages that one go of the program brought, and the first port was made first. */
function isFromOlderPort(pair: Pair): boolean {
  const { record, first, second } = pair;
  const [one, other] = [record.task(first), record.task(second)];
  return (
    phasesAre(pair, 'poll', 'poll') &&
    sameTurn(pair) &&
    one.queuedAt !== undefined &&
    other.queuedAt !== undefined &&
    record.macrotask(record.origin(first)) === record.macrotask(record.origin(second)) &&
    (one.source ?? 0) < (other.source ?? 0)
  );
}
