import { lineChanges } from '../../order/line-changes.ts';
import type { OutputLine } from '../../order/output.ts';
import type { Output } from '../../order/tally.ts';
import type { RunResult } from '../../runner/model.ts';
import type { MarkedLine, ShownOutput } from '../../shared/runs.ts';
import { shownLine } from '../ui/shown-line.ts';

/** A page shows many outputs, so less of each than the page for one. */
export const linesOfOutput = 60;

/** What a run printed; undefined when it was cancelled. */
export function outputOf({ lines, ended }: RunResult): Output | undefined {
  if (ended === 'cancelled') return undefined;
  return ended === 'exit' ? { lines } : { lines, cut: ended };
}

/** @param reference the output that this one is compared with; itself for no comparison */
export function shownOutput({ lines, cut }: Output, reference: Output): ShownOutput {
  // Where a limit struck is chance: what came until then is shown, and compared with nothing.
  const compared = cut === undefined ? reference.lines : lines;
  const first = lines.slice(0, linesOfOutput);
  const { marks, missing } = lineChanges(first, compared.slice(0, linesOfOutput));
  return {
    lines: first.map((line, at) => markedLine(line, marks[at])),
    missing: missing.map(shownLine),
    lineCount: lines.length,
    ...(cut && { cut }),
  };
}

function markedLine(
  line: OutputLine,
  mark: ReturnType<typeof lineChanges>['marks'][number] | undefined,
): MarkedLine {
  if (mark?.kind !== 'moved') return { line: shownLine(line), mark: mark?.kind ?? 'same' };
  return { line: shownLine(line), mark: 'moved', from: mark.from + 1 };
}
