import { isQueued, type RanCallback, type RanProgram } from './recorded-run.ts';

/**
 * Whether anything in the program depends on what runs beside it: two chains of several microtasks take turns, or what
 * a callback made joins a phase of the loop in which something else waits. Without either its reader solves a few
 * small programs one after the other.
 */
export const doChainsMeet = (ran: RanProgram): boolean =>
  doMicrotasksTakeTurns(ran) || isAnyPhaseJoined(ran);

/** Removing an `await` of one of them, or a link, would change the order. */
function doMicrotasksTakeTurns({ ran }: RanProgram): boolean {
  const steps = new Map<RanCallback, RanCallback[]>();
  for (const one of ran) {
    if (one.phase !== 'microtask') continue;
    const first = firstOf(one);
    steps.set(first, [...(steps.get(first) ?? []), one]);
  }
  const chains = [...steps.values()].filter(isChain);
  const spans = chains.map((of) => ({
    after: of[0]?.after,
    from: ran.indexOf(of[0] as RanCallback),
    to: ran.indexOf(of.findLast(isPrinting) as RanCallback),
  }));
  return spans.some((one, at) =>
    spans
      .slice(at + 1)
      .some((other) => other.after === one.after && one.from < other.to && other.from < one.to),
  );
}

/** More than one step, one of the later ones with a line. */
const isChain = (steps: readonly RanCallback[]): boolean => steps.slice(1).some(isPrinting);

const isPrinting = ({ did }: RanCallback): boolean => did.some((one) => typeof one === 'string');

/** The first step of the chain of microtasks that it belongs to. */
function firstOf(one: RanCallback): RanCallback {
  const before = one.queuedBy;
  const isStep = before?.phase === 'microtask' && before.after === one.after;
  return isStep ? firstOf(before) : one;
}

/** Whether what is made in callbacks that ran at different times is called in one phase. */
function isAnyPhaseJoined({ ran }: RanProgram): boolean {
  const ofLoop = ran.filter((one) => !isQueued(one) && one.by !== undefined);
  return ofLoop.some((one, at) =>
    ofLoop
      .slice(at + 1)
      .some(
        (other) =>
          other.phase === one.phase &&
          other.turn === one.turn &&
          (one.by?.phase !== 'main' || other.by?.phase !== 'main') &&
          isApart(one.by, other.by),
      ),
  );
}

/** Not of one callback, nor of two that ran in one phase themselves. */
function isApart(one: RanCallback | undefined, other: RanCallback | undefined): boolean {
  if (one === other || !one || !other) return false;
  return isQueued(one) || isQueued(other) || one.phase !== other.phase || one.turn !== other.turn;
}
