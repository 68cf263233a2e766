import type { Explanation, Explanations, Misconception, WrongPair } from '../trace/explanation.ts';
import type { Callback, Moment, Phase, Site, Task, Trace, TracedLine } from '../trace/model.ts';

export type {
  Callback,
  Explanation,
  Explanations,
  Misconception,
  Moment,
  Phase,
  Site,
  Task,
  Trace,
  TracedLine,
  WrongPair,
};

/** A recorded run as pages get it: the trace, and why its lines stand in this order. */
export interface ExplainedTrace {
  /** The number of the run on its page. */
  readonly run: number;
  readonly trace: Trace;
  readonly explanations: Explanations;
}

/** What is saved through the host, which asks where. */
export interface TimelineExport {
  readonly format: 'svg' | 'markdown';
  readonly text: string;
}
