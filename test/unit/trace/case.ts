import type { ModuleKind } from '../../../src/bank/model.ts';
import type { Trace, TracedLine } from '../../../src/trace/model.ts';

/**
 * A small program and what its trace must say about each line of its output, in order:
 * `text: phase line`, then any of `api=`, `after=`, `site=` (line where its task was scheduled),
 * `by=` (api of the task that scheduled it), `turn=`, `event=`, `from=`, `inside=` (api).
 * A name that contains spaces is written with `_` instead.
 */
export interface TraceCase {
  readonly name: string;
  readonly kind: ModuleKind;
  readonly code: string;
  readonly lines: readonly string[];
  /** Where a Node differs. */
  readonly on?: Readonly<Partial<Record<'20' | '22' | '24' | '26', readonly string[]>>>;
}

export const cjs = (
  name: string,
  code: string,
  lines: readonly string[],
  on: TraceCase['on'] = {},
): TraceCase => ({ name, kind: 'cjs', code: code.trimStart(), lines, on });

export const mjs = (
  name: string,
  code: string,
  lines: readonly string[],
  on: TraceCase['on'] = {},
): TraceCase => ({ name, kind: 'mjs', code: code.trimStart(), lines, on });

/** The line of a trace in the words of an expectation, with the keys that this one has. */
export function told(trace: Trace, line: TracedLine, expectation: string): string {
  const callback = line.callback === undefined ? undefined : trace.callbacks[line.callback];
  const task = callback && trace.tasks[callback.task];
  const scheduler = task?.by === undefined ? undefined : trace.callbacks[task.by];
  const outer = callback?.inside === undefined ? undefined : trace.callbacks[callback.inside];
  const apiOf = (id: number | undefined) => (id === undefined ? '-' : trace.tasks[id]?.api);
  const facts: Readonly<Record<string, unknown>> = {
    api: task?.api,
    after: callback?.after,
    site: task?.site?.line,
    by: apiOf(scheduler?.task),
    turn: callback?.turn,
    event: callback?.event,
    from: line.from,
    inside: apiOf(outer?.task),
  };
  const keys = [...expectation.matchAll(/ (\w+)=/g)].map(([, key = '']) => key);
  const place = `${callback?.phase ?? '-'} ${line.site?.line ?? '-'}`;
  const more = keys.map((key) => ` ${key}=${String(facts[key]).replaceAll(' ', '_')}`);
  return `${line.text}: ${place}${more.join('')}`;
}
