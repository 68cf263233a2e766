import assert from 'node:assert/strict';
import { judgeOwn } from '../../../src/order/judge-own.ts';
import type { OwnJudgement } from '../../../src/order/judge-own.ts';
import { orderOf } from '../../../src/order/order-lines.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import type { Relation } from '../../../src/order/possible-orders.ts';

const lines = (text: string): OutputLine[] =>
  Array.from(text).map((one) => ({ stream: 'stdout', text: one }));

interface Known {
  readonly order?: Order;
  /** Pairs that are open, as `ab` or `ab?`; all others are fixed. */
  readonly open?: readonly string[];
  readonly movesOnly?: boolean;
  readonly fixedUntil?: number;
  readonly actual?: string;
  readonly seen?: readonly string[];
  readonly truncated?: boolean;
}

function verdict(recorded: string, prediction: string, known: Known) {
  const { open = [], movesOnly = true, seen = [], truncated = false } = known;
  const relation = (earlier: number, later: number): Relation => {
    const pair = `${recorded[earlier]}${recorded[later]}`;
    return open.includes(pair) ? 'race' : open.includes(`${pair}?`) ? 'unknown' : 'certain';
  };
  const judgement: OwnJudgement = {
    prediction: Array.from(prediction),
    actual: lines(known.actual ?? recorded),
    truncated,
    recorded: {
      lines: lines(recorded),
      possible: {
        order: known.order ?? orderOf(lines(recorded)),
        relation,
        movesOnly,
        fixedUntil: known.fixedUntil ?? 0,
      },
    },
    seen: seen.map(lines),
  };
  return judgeOwn(judgement);
}

describe('judgeOwn', () => {
  const race = {
    order: ['a', { any: [{ block: ['b', 'B'] }, 'c'] }] satisfies Order,
    open: ['bc', 'Bc'],
  };

  it('calls an order possible that races leave open, and names the two that race', () => {
    assert.deepEqual(verdict('abBc', 'acbB', race), {
      kind: 'possible',
      at: 1,
      because: {
        kind: 'race',
        pair: { earlier: lines('b')[0], later: lines('c')[0], relation: 'race' },
      },
    });
  });

  it('calls wrong what comes between a callback and its queues, and names all that may come', () => {
    const found = verdict('abBc', 'abcB', race);
    assert.equal(found.kind === 'wrong' && found.at, 2);
    const first = verdict('abBc', 'axyz', race);
    assert.deepEqual(first.kind === 'wrong' && first.possible.map(({ text }) => text), ['b', 'c']);
  });

  it('calls no order wrong where callbacks may share something, unless every run forbids it', () => {
    const shared = { ...race, movesOnly: false, fixedUntil: 1 };
    const open = verdict('abBc', 'abcB', shared);
    assert.deepEqual(open, {
      kind: 'unknown',
      reason: 'undecided',
      at: 2,
      pair: { earlier: lines('B')[0], later: lines('c')[0], relation: 'race' },
    });
    const possible = verdict('abBc', 'acbB', shared);
    assert.equal(possible.kind === 'unknown' && possible.reason, 'undecided');
    const other = verdict('abBc', 'abBx', shared);
    assert.equal(other.kind === 'unknown' && other.reason, 'undecided');
    const script = verdict('abBc', 'babc', shared);
    assert.ok(script.kind === 'wrong' && script.byRun);
    // Whichever callback comes first may print another line than it did here.
    const turned = verdict('abBc', 'aBbc', shared);
    assert.equal(turned.kind === 'unknown' && turned.reason, 'undecided');
  });

  it('names two lines in the order of the run that is judged, not in that of the recorded one', () => {
    const two = [{ any: ['a', 'b'] }, { any: ['c', 'd'] }] satisfies Order;
    const found = verdict('abcd', 'badc', { order: two, open: ['ab', 'cd'], actual: 'bacd' });
    const pair = { earlier: lines('c')[0], later: lines('d')[0], relation: 'race' };
    assert.deepEqual(found, { kind: 'possible', at: 2, because: { kind: 'race', pair } });
  });

  it('says that nothing is known of a pair that was decided elsewhere', () => {
    const known = { order: { any: ['a', 'b'] }, open: ['ab?'] } satisfies Known;
    const found = verdict('ab', 'ba', known);
    assert.ok(found.kind === 'unknown' && found.reason === 'undecided');
    assert.equal(found.pair?.relation, 'unknown');
  });

  it('counts what another run printed as possible, the recorded one too', () => {
    const because = { kind: 'seen' };
    assert.deepEqual(verdict('ab', 'ba', { seen: ['ba'] }), { kind: 'possible', at: 0, because });
    assert.deepEqual(verdict('ab', 'ab', { actual: 'ba' }), { kind: 'possible', at: 0, because });
  });

  it('trusts no rule that the judged run breaks', () => {
    const found = verdict('abc', 'bca', { actual: 'cab' });
    assert.notEqual(found.kind, 'possible');
    assert.equal(verdict('abc', 'cab', { actual: 'cab' }).kind, 'exact');
  });

  it('never calls a prediction wrong for what a run could not show that was cut short', () => {
    const cut = { truncated: true, fixedUntil: 3 };
    assert.deepEqual(verdict('abc', 'abcd', cut), { kind: 'unknown', reason: 'truncated' });
    assert.deepEqual(verdict('abc', 'ab', cut), { kind: 'unknown', reason: 'truncated' });
    assert.equal(verdict('abc', 'xbc', cut).kind, 'wrong');
  });

  it('can only say what a run printed when it was not recorded', () => {
    const own = { actual: lines('ab'), truncated: false, seen: [] };
    assert.equal(judgeOwn({ ...own, prediction: ['a', 'b'] }).kind, 'exact');
    assert.deepEqual(judgeOwn({ ...own, prediction: ['b', 'a'] }), {
      kind: 'unknown',
      reason: 'unrecorded',
      at: 0,
    });
  });
});
