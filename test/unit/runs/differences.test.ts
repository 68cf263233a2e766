import assert from 'node:assert/strict';
import { explainDifferences } from '../../../src/features/runs/differences.ts';
import type { Compared, NodeOutputs } from '../../../src/features/runs/differences.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import type { Explanation } from '../../../src/trace/explanation.ts';

const line = (text: string, stream: OutputLine['stream'] = 'stdout'): OutputLine => ({
  stream,
  text,
});
const place = (
  kind: NodeOutputs['kind'],
  major: number,
  ...outputs: OutputLine[][]
): NodeOutputs => ({
  kind,
  major,
  outputs,
});

const explain = (code: string, places: NodeOutputs[], rest: Partial<Compared> = {}) =>
  explainDifferences({
    code,
    places,
    hasVariants: false,
    mayRace: false,
    reordered: [],
    ...rest,
  }).map(({ kind }) => kind);

describe('Why outputs differ', () => {
  const [a, b] = [line('a'), line('b')];

  it('needs no reason where they do not', () => {
    assert.deepEqual(explain('', [place('cjs', 20, [a]), place('mjs', 24, [a])]), []);
  });

  it("is the module's body where ticks meet promise jobs", () => {
    const places = [place('cjs', 24, [a, b]), place('mjs', 24, [b, a])];
    assert.deepEqual(explain('process.nextTick(f); Promise.resolve().then(g)', places), [
      'moduleBody',
    ]);
    assert.deepEqual(explain('console.log(this)', places), ['strictMode']);
  });

  it('is what was measured between versions', () => {
    const differ = (from: number, to: number, second = b) => [
      place('cjs', from, [a]),
      place('cjs', to, [second]),
    ];
    const stream = "for await (const x of require('stream').Readable.from([]))";
    assert.deepEqual(explain(stream, differ(24, 26)), ['streamChunks']);
    assert.deepEqual(explain(stream, differ(22, 24)), ['unexplained']);
    const pending = "process.on('exit', log); await new Promise(() => {})";
    assert.deepEqual(explain(pending, differ(20, 22)), ['unsettledAwait']);
    const warning = line('(node) TimeoutNegativeWarning: -1 is negative', 'stderr');
    assert.ok(explain('setTimeout(f, -1)', differ(22, 24, warning)).includes('negativeDelay'));
    assert.deepEqual(explain('', differ(22, 24), { hasVariants: true }), ['variants']);
  });

  it('is the wording of errors when nothing else differs', () => {
    const places = [
      place('cjs', 20, [a, line('TypeError: x is undefined', 'uncaught')]),
      place('cjs', 24, [a, line("TypeError: Cannot read 'x'", 'uncaught')]),
    ];
    assert.deepEqual(explain('', places), ['errorTexts']);
  });

  it('is a race when one Node prints more than one order', () => {
    const places = [place('cjs', 24, [a, b], [b, a]), place('cjs', 22, [a, b])];
    assert.deepEqual(explain('', places), ['race']);
  });

  describe('where the same lines stand in another order', () => {
    const places = [place('cjs', 20, [a, b]), place('cjs', 22, [b, a])];
    const turned = (certainty: Explanation['certainty']) => [explanation(certainty)];

    it('is a race when the rule of the record says so, and the rule is named', () => {
      assert.deepEqual(explain('', places, { reordered: turned('race') }), ['race', 'rule']);
    });

    it('may be a race when there is no record, or what decided it lies outside of it', () => {
      assert.deepEqual(explain('', places), ['maybeRace']);
      assert.deepEqual(explain('', places, { reordered: turned('unknown') }), ['maybeRace']);
    });

    it('is no race when rules fix the order', () => {
      assert.deepEqual(explain('', places, { reordered: turned('certain') }), ['unexplained']);
    });
  });

  it('is not known otherwise, and that is said', () => {
    assert.deepEqual(explain('', [place('cjs', 20, [a]), place('cjs', 22, [b])]), ['unexplained']);
  });
});

const explanation = (certainty: Explanation['certainty']): Explanation => ({
  rule: 'some-rule',
  certainty,
  title: 'Some rule.',
  text: '',
  sites: [],
  source: { title: '', url: '' },
  question: '',
});
