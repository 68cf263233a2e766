import type { LineDraft } from './drafts.ts';
import type { Trace, TracedLine } from './model.ts';
import { assembleTrace } from './assemble-trace.ts';
import type { PrintedLine, Recording, Step } from './recording.ts';
import { createReplay } from './replay.ts';
import type { Replay } from './replay.ts';

/**
 * Makes the trace of a run from what its child recorded. Never throws: records may be cut off,
 * damaged or invented by the snippet, and the trace is then as good as they are.
 */
export function buildTrace(recording: Recording): Trace {
  const replay = createReplay(takesSteps(recording.code ?? ''));
  const lines = createLinePrinter(recording, replay);
  recording.steps.forEach((step, index) => {
    replay.step(step);
    lines.printUpTo(index, step);
  });
  lines.printRest();
  return assembleTrace(recording, replay, lines.printed);
}

/** Of what V8 calls on its own, what the program uses; if it uses more than that, the steps are not told apart from the rest. */
const takesSteps = (code: string): boolean =>
  /\bfromAsync\b/.test(code) && !/\b(?:FinalizationRegistry|WebAssembly|waitAsync)\b/.test(code);

/** Gives each line its moment and its callback when the step comes that printed it. */
function createLinePrinter({ lines, thrownAt }: Recording, replay: Replay) {
  const printed: LineDraft[] = [];
  const { lastOfStep, unfinished } = placeLines(lines);
  const writers = new Map<number, Partial<LineDraft>>();
  let thrower: LineDraft['callback'];

  const print = ({ stream, text }: PrintedLine, more: Partial<LineDraft>) => {
    printed.push({ stream, text, at: replay.moment(), ...more });
  };

  const writer = (step: Step): Partial<LineDraft> => {
    const place = step[0] === 'output' ? step[1] : {};
    const ms = place.ms !== undefined && { ms: replay.since(place.ms) };
    if (place.from === 'worker') return { from: 'worker', ...ms };
    const callback = replay.stopped ? undefined : replay.current();
    const own = toSite(place);
    const site = own ?? callback?.task.site;
    const closed = place.closed === true && { closed: true };
    const delivered = place.delivered === true && { delivered: true };
    const inner = place.inner && { inner: place.inner };
    return {
      ...(callback && { callback }),
      ...(site && { site }),
      ...closed,
      ...delivered,
      ...ms,
      ...inner,
    };
  };

  const printBypassed = (line: PrintedLine, waiting: LineDraft['callback']) => {
    const site = line.stream === 'uncaught' ? toSite(thrownAt ?? {}) : undefined;
    if (line.stream === 'uncaught' || line.stream === 'exit') {
      const callback = line.stream === 'uncaught' ? thrower : undefined;
      print(line, { callback: callback ?? replay.current(), ...(site && { site }) });
    } else {
      print(line, { from: 'process', ...(waiting && { callback: waiting }) });
    }
  };

  const printLines = (upTo: number) => {
    const waiting = replay.takeWaited();
    for (let next = printed.length; next <= upTo; next++) {
      const line = lines[next];
      if (line === undefined) break;
      const known = writers.get(line.step ?? -1);
      if (known === undefined) printBypassed(line, waiting);
      else print(line, { ...known, ...(unfinished.has(next) && { unfinished: true }) });
    }
  };

  return {
    printed,
    printUpTo(index: number, step: Step) {
      if (step[0] === 'error') thrower = replay.current();
      if (!lastOfStep.has(index)) return;
      writers.set(index, writer(step));
      // A line that went around the records stands right before the next one that did not.
      printLines(lastOfStep.get(index) ?? -1);
    },
    printRest() {
      printLines(lines.length - 1);
    },
  };
}

/**
 * Where the lines end that a step completed. What was never completed stands at the end of the
 * output, after lines of later steps.
 */
function placeLines(lines: readonly PrintedLine[]) {
  const lastOfStep = new Map<number, number>();
  const unfinished = new Set<number>();
  let newest = -1;
  lines.forEach(({ step }, index) => {
    if (step === undefined) return;
    if (step < newest) unfinished.add(index);
    newest = Math.max(newest, step);
    lastOfStep.set(step, step < newest ? (lastOfStep.get(step) ?? -1) : index);
  });
  return { lastOfStep, unfinished };
}

function toSite({ line, column }: { readonly line?: number; readonly column?: number }) {
  return line === undefined || column === undefined ? undefined : { line, column };
}

export type { TracedLine };
