import type { Explanation } from '../trace/explanation.ts';
import type { Site, Trace, TracedLine } from '../trace/model.ts';
import { findThreadRule } from './other-threads.ts';
import { imagineNext } from './imagined-call.ts';
import { indexTrace } from './trace-index.ts';
import type { TraceIndex } from './trace-index.ts';
import type { Certainty, Pair, Rule } from './rule.ts';
import { rules } from './rules.ts';
import { sources } from './sources.ts';
import type { SourceId } from './sources.ts';
import { doubtOfWaits } from './other-waits.ts';
import { phrased } from './phrasing.ts';

/** Whether some output has two lines the other way round; undefined where nobody said. */
export type CanReorder = (earlier: TracedLine, later: TracedLine) => boolean | undefined;

/** Explains the order of any two lines of one run. */
export type ExplainOrder = (earlier: number, later: number) => Explanation | undefined;

/**
 * Whether every run in which both run has two callbacks in the order of this one. Both are indexes
 * of the trace's callbacks.
 */
export type CallbackCertainty = (earlier: number, later: number) => Certainty;

/**
 * @param earlier index of a line of the trace
 * @param later index of a line that was printed after it
 * @returns undefined when there are no such lines
 */
export function explainOrder(trace: Trace, earlier: number, later: number) {
  return orderExplainer(trace)(earlier, later);
}

/** The same for many pairs of one trace; what was judged by its times, `canReorder` can overrule. */
export function orderExplainer(
  trace: Trace,
  canReorder: CanReorder = () => undefined,
): ExplainOrder {
  const record = indexTrace(trace);
  const { judge } = createJudge(record);

  return (earlier, later) => {
    const [one, other] = [trace.lines[earlier], trace.lines[later]];
    if (!one || !other || earlier >= later) return undefined;
    const lines = { earlier: one, later: other };
    const sites = [one, other].flatMap((line) => siteOf(record, line) ?? []);
    if (one.callback === undefined || other.callback === undefined) {
      const rule = findThreadRule(record, lines);
      return explanation(rule, rule.certainty, sites);
    }
    const { pair, rule, judged } = judge(one.callback, other.callback, lines);
    const turns = judged().byClock ? canReorder(one, other) : undefined;
    const certainty = turns === undefined ? judged().certainty : turns ? 'race' : 'certain';
    const told = turns === false ? { ...pair, isFixed: true as const } : pair;
    const text = phrased(told, rule.text) + (judged().isSaid === true ? '' : doubts[certainty]);
    return explanation({ ...rule, text }, certainty, sites);
  };
}

/** The certainty of two callbacks, also of such that print nothing. */
export function callbackCertainty(trace: Trace): CallbackCertainty {
  const { certaintyOf } = createJudge(indexTrace(trace));
  return (earlier, later) => certaintyOf(earlier, later).certainty;
}

/** What a text lacks that gives only the reason for the order of this run. */
const doubts: Readonly<Record<Certainty, string>> = {
  certain: '',
  race: ' But what led to this need not come in the same order every time, so another run may show the other order.',
  unknown:
    " Whether every run has them in this order is not in the record, though, so don't rely on it.",
};

/** The certainty of two lines, by their indexes: what callbacks print may be less certain, or more, than they are. */
export function lineCertainty(trace: Trace): CallbackCertainty {
  const record = indexTrace(trace);
  const { judge } = createJudge(record);
  return (earlier, later) => {
    const lines = { earlier: trace.lines[earlier], later: trace.lines[later] };
    if (!lines.earlier || !lines.later) return 'unknown';
    const known = { earlier: lines.earlier, later: lines.later };
    const { callback: one } = known.earlier;
    const { callback: other } = known.later;
    if (one === undefined || other === undefined) return findThreadRule(record, known).certainty;
    return judge(one, other, known).judged().certainty;
  };
}

interface AppliedRule {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: SourceId;
  readonly question: string;
}

function explanation(
  { id, title, text, source, question }: AppliedRule,
  certainty: Explanation['certainty'],
  sites: readonly Site[],
): Explanation {
  return { rule: id, certainty, title, text, sites, source: sources[source], question };
}

/** Where the callback was scheduled, or the line itself for the script. */
function siteOf(record: TraceIndex, { callback, site }: TracedLine): Site | undefined {
  if (callback === undefined || record.outermost(callback) === 0) return site;
  return record.task(callback).site ?? site;
}

/** What is judged by the times of a run stays so for everything that builds on it. */
interface Judged {
  readonly certainty: Certainty;
  readonly byClock: boolean;
  /** The text of the rule itself says that it is not certain. */
  readonly isSaid?: boolean;
}

interface Judgement {
  readonly pair: Pair;
  readonly rule: Rule;
  readonly judged: () => Judged;
}

/**
 * Remembers what it found: a question about one pair can lead to many others.
 * @param isImagined in which nothing else is imagined
 */
function createJudge(record: TraceIndex, isImagined = false) {
  const known = new Map<string, Judged>();
  const imagined = new Map<string, Judged>();

  function wouldFollow(earlier: number, id: number): Judged {
    const key = `${earlier} ${id}`;
    let found = imagined.get(key);
    if (found === undefined) imagined.set(key, (found = imagine(earlier, id)));
    return found;
  }

  function imagine(earlier: number, id: number): Judged {
    const task = record.trace.tasks[id];
    const run = task && !isImagined ? imagineNext(record, earlier, task) : undefined;
    if (run === undefined) return { certainty: 'unknown', byClock: false };
    return createJudge(indexTrace(run.trace), true).certaintyOf(earlier, run.index);
  }

  function certaintyOf(earlier: number, later: number): Judged {
    if (earlier === later) return { certainty: 'certain', byClock: false };
    if (earlier > later) return { certainty: 'race', byClock: false };
    const key = `${earlier} ${later}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = judge(earlier, later).judged();
    known.set(key, found);
    return found;
  }

  function judge(earlier: number, later: number, lines?: Pair['lines']): Judgement {
    let byClock = false;
    const pair: Pair = {
      record,
      earlier,
      later,
      first: record.outermostMacrotask(earlier),
      second: record.outermostMacrotask(later),
      ...(lines && { lines }),
      certaintyOf: (one, other) => {
        const found = certaintyOf(one, other);
        byClock ||= found.byClock;
        return found.certainty;
      },
      wouldFollow: (one, task) => {
        const found = wouldFollow(one, task);
        byClock ||= found.byClock;
        return found.certainty;
      },
    };
    const rule = ruleFor(pair);
    return {
      pair,
      rule,
      judged() {
        const own = rule.certainty?.(pair) ?? 'certain';
        const certainty = own === 'certain' ? doubtOfWaits(pair) : own;
        const isSaid = own !== 'certain' && rule.saysDoubt === true;
        return { certainty, isSaid, byClock: byClock || rule.byClock === true };
      },
    };
  }

  return { judge, certaintyOf };
}

function ruleFor(pair: Pair): Rule {
  const rule = rules.find(({ applies }) => applies(pair));
  if (!rule) throw new Error('The last rule of the table applies to every pair.');
  return rule;
}
