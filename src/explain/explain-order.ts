import type { Explanation } from '../trace/explanation.ts';
import type { Site, Trace, TracedLine } from '../trace/model.ts';
import { findThreadRule } from './other-threads.ts';
import { readRecord } from './recorded.ts';
import type { Recorded } from './recorded.ts';
import type { Certainty, Pair } from './pair.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';
import { sources } from './sources.ts';
import type { SourceId } from './sources.ts';
import { wordsFor } from './words.ts';

/** Whether some output has two lines the other way round; undefined where nobody said. */
export type MayTurn = (earlier: TracedLine, later: TracedLine) => boolean | undefined;

/** Explains the order of any two lines of one run. */
export type ExplainOrder = (earlier: number, later: number) => Explanation | undefined;

/**
 * @param earlier index of a line of the trace
 * @param later index of a line that was printed after it
 * @returns undefined when there are no such lines
 */
export function explainOrder(trace: Trace, earlier: number, later: number) {
  return orderExplainer(trace)(earlier, later);
}

/** The same for many pairs of one trace; what was judged by its times, `mayTurn` can overrule. */
export function orderExplainer(trace: Trace, mayTurn: MayTurn = () => undefined): ExplainOrder {
  const record = readRecord(trace);
  const certaintyOf = rememberCertainty(record);

  return (earlier, later) => {
    const [one, other] = [trace.lines[earlier], trace.lines[later]];
    if (!one || !other || earlier >= later) return undefined;
    const lines = { earlier: one, later: other };
    const sites = [one, other].flatMap((line) => siteOf(record, line) ?? []);
    if (one.callback === undefined || other.callback === undefined) {
      return explanation(findThreadRule(lines), 'unknown', sites);
    }
    const pair = { ...pairOf(record, one.callback, other.callback, certaintyOf), lines };
    const rule = ruleFor(pair);
    const turns = rule.byClock ? mayTurn(one, other) : undefined;
    const recorded = rule.certainty?.(pair) ?? 'certain';
    const certainty = turns === undefined ? recorded : turns ? 'race' : 'certain';
    return explanation({ ...rule, text: rule.text(pair, wordsFor(pair)) }, certainty, sites);
  };
}

interface Found {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: SourceId;
  readonly question: string;
}

function explanation(
  { id, title, text, source, question }: Found,
  certainty: Explanation['certainty'],
  sites: readonly Site[],
): Explanation {
  return { rule: id, certainty, title, text, sites, source: sources[source], question };
}

/** Where the callback was scheduled, or the line itself for the script. */
function siteOf(record: Recorded, { callback, site }: TracedLine): Site | undefined {
  if (callback === undefined || record.outermost(callback) === 0) return site;
  return record.task(callback).site ?? site;
}

type CertaintyOf = Pair['certaintyOf'];

/** Remembers what it found: a question about one pair can lead to many others. */
function rememberCertainty(record: Recorded): CertaintyOf {
  const known = new Map<string, Certainty>();
  return function certaintyOf(earlier, later) {
    if (earlier === later) return 'certain';
    if (earlier > later) return 'race';
    const key = `${earlier} ${later}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const pair = pairOf(record, earlier, later, certaintyOf);
    const found = ruleFor(pair).certainty?.(pair) ?? 'certain';
    known.set(key, found);
    return found;
  };
}

function pairOf(record: Recorded, earlier: number, later: number, certaintyOf: CertaintyOf): Pair {
  return {
    record,
    earlier,
    later,
    first: record.host(record.outermost(earlier)),
    second: record.host(record.outermost(later)),
    certaintyOf,
  };
}

function ruleFor(pair: Pair): Rule {
  const rule = rules.find(({ applies }) => applies(pair));
  if (!rule) throw new Error('The last rule of the table applies to every pair.');
  return rule;
}

/** Whether other runs have two callbacks of a trace in the order of this one, the earlier first. */
export function callbackCertainty(trace: Trace): (earlier: number, later: number) => Certainty {
  return rememberCertainty(readRecord(trace));
}
