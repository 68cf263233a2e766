import type { LineDraft } from './drafts.ts';
import type { Trace, TracedLine } from './model.ts';
import { finishTrace } from './finish-trace.ts';
import type { PrintedLine, Recording, Step } from './recording.ts';
import { createReplay } from './replay.ts';
import type { Replay } from './replay.ts';

/**
 * Makes the trace of a run from what its child recorded. Never throws: records may be cut off,
 * damaged or invented by the snippet, and the trace is then as good as they are.
 */
export function buildTrace(recording: Recording): Trace {
  const replay = createReplay();
  const lines = createLinePrinter(recording, replay);
  recording.steps.forEach((step, index) => {
    replay.step(step);
    lines.printUpTo(index, step);
  });
  lines.printRest();
  return finishTrace(recording, replay, lines.printed);
}

/** Gives each line its moment and its callback when the step comes that printed it. */
function createLinePrinter({ lines, steps, thrownAt }: Recording, replay: Replay) {
  const printed: LineDraft[] = [];
  const lastOfStep = new Map(lines.map((line, index) => [line.step, index]));
  let thrower: LineDraft['callback'];

  const print = ({ stream, text }: PrintedLine, more: Partial<LineDraft>) => {
    printed.push({ stream, text, at: replay.moment(), ...more });
  };

  const printRecorded = (line: PrintedLine, step: Step) => {
    const place = step[0] === 'output' ? step[1] : {};
    if (place.from === 'worker') {
      print(line, { from: 'worker' });
      return;
    }
    const callback = replay.stopped ? undefined : replay.current();
    const own = toSite(place);
    const site = own ?? callback?.task.site;
    print(line, { ...(callback && { callback }), ...(site && { site }) });
  };

  const printBypassed = (line: PrintedLine) => {
    const site = line.stream === 'uncaught' ? toSite(thrownAt ?? {}) : undefined;
    if (line.stream === 'uncaught' || line.stream === 'exit') {
      const callback = line.stream === 'uncaught' ? thrower : undefined;
      print(line, { callback: callback ?? replay.current(), ...(site && { site }) });
    } else {
      print(line, { from: 'process' });
    }
  };

  return {
    printed,
    printUpTo(index: number, step: Step) {
      if (step[0] === 'error') thrower = replay.current();
      // A line that went around the records stands right before the next one that did not.
      const upTo = lastOfStep.get(index) ?? -1;
      for (let next = printed.length; next <= upTo; next++) {
        const line = lines[next];
        if (line === undefined) break;
        const origin = line.step === undefined ? undefined : steps[line.step];
        if (origin === undefined) printBypassed(line);
        else printRecorded(line, origin);
      }
    },
    printRest() {
      for (const line of lines.slice(printed.length)) printBypassed(line);
    },
  };
}

function toSite({ line, column }: { readonly line?: number; readonly column?: number }) {
  return line === undefined || column === undefined ? undefined : { line, column };
}

export type { TracedLine };
