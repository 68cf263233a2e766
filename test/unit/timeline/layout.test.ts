import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Trace } from '../../../src/trace/model.ts';
import { arrowTo, roundedPath, settledArrowTo } from '../../../src/webview/timeline/arrows.ts';
import { boxContent, cells } from '../../../src/webview/timeline/box-content.ts';
import {
  boxesBetween,
  defaultMetrics,
  fittingZoom,
  FOOT,
  HEAD,
  LARGEST_ZOOM,
  layOut,
  measure,
  READABLE_CELLS,
  type Layout,
} from '../../../src/webview/timeline/layout.ts';
import { boxShape } from '../../../src/webview/timeline/scene.ts';
import { createRunView, showAll, type RunView } from '../../../src/webview/timeline/run-view.ts';
import { randomTrace } from './random-trace.ts';
import { recordedRuns } from './recorded.ts';
import { esModule, fourWay } from './traces.ts';

const zooms = fc.double({ min: 0.002, max: 2, noNaN: true });

function laidOut(trace: Trace, zoom = 1): { view: RunView; layout: Layout } {
  const view = createRunView(trace, showAll);
  const contents = view.items.map((item) => boxContent(item, view));
  return { view, layout: layOut(view, measure(view, contents), zoom) };
}

describe('Timeline: where boxes and arrows stand', () => {
  it('has no two boxes side by side at any place, so that the x axis is one order', () => {
    fc.assert(
      fc.property(randomTrace, zooms, (trace, zoom) => {
        const { layout } = laidOut(trace, zoom);
        for (const [index, box] of layout.boxes.entries()) {
          const next = layout.boxes[index + 1];
          assert.ok(!next || box.x + box.width <= next.x + 1e-6);
          assert.ok(box.x >= 0 && box.x + box.width <= layout.width + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps each box in the lane of its phase, with room above and below for arrows', () => {
    fc.assert(
      fc.property(randomTrace, (trace) => {
        const { view, layout } = laidOut(trace);
        for (const { item, y, height } of layout.boxes) {
          const band = layout.bands.find(({ lane }) => lane === view.items[item]?.lane);
          assert.ok(band);
          assert.equal(y, band.top + HEAD);
          assert.ok(y + height <= band.top + band.height - FOOT);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('points every arrow forward, from an edge of its box to an edge of its target', () => {
    fc.assert(
      fc.property(randomTrace, zooms, (trace, zoom) => {
        const { view, layout } = laidOut(trace, zoom);
        for (const { index } of view.items) {
          for (const arrow of [arrowTo(view, layout, index), settledArrowTo(view, layout, index)]) {
            if (!arrow) continue;
            const from = layout.boxes[arrow.from];
            const to = layout.boxes[arrow.to];
            assert.ok(from && to && arrow.from < arrow.to && arrow.start.x <= arrow.end.x);
            assert.ok(arrow.start.x >= from.x && arrow.start.x <= from.x + from.width);
            assert.ok(arrow.end.x >= to.x && arrow.end.x <= to.x + to.width);
            assert.ok([from.y, from.y + from.height].includes(arrow.start.y));
            assert.ok([to.y, to.y + to.height].includes(arrow.end.y));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leads no arrow through a box', () => {
    fc.assert(
      fc.property(randomTrace, (trace) => {
        const { view, layout } = laidOut(trace);
        for (const { index } of view.items) {
          const points = arrowTo(view, layout, index)?.points ?? [];
          for (const [at, a] of points.entries()) {
            const b = points[at + 1];
            if (b) assert.deepEqual(layout.boxes.filter(crossed(a, b)), []);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tells which boxes are in a stretch of the picture', () => {
    fc.assert(
      fc.property(randomTrace, fc.nat(3000), fc.nat(3000), (trace, from, width) => {
        const { layout } = laidOut(trace);
        const [first, end] = boxesBetween(layout, from, from + width);
        const expected = layout.boxes.filter(
          (box) => box.x + box.width >= from && box.x <= from + width,
        );
        assert.deepEqual(layout.boxes.slice(first, end), expected);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the zoom at which a whole run fits', () => {
    fc.assert(
      fc.property(randomTrace, fc.integer({ min: 50, max: 5000 }), (trace, room) => {
        const view = createRunView(trace, showAll);
        const measures = measure(
          view,
          view.items.map((item) => boxContent(item, view)),
        );
        const zoom = fittingZoom(view, measures, room);
        const { width } = layOut(view, measures, zoom);
        assert.ok(width <= room + 0.01 && (zoom === LARGEST_ZOOM || width > room - 0.01));
      }),
      { numRuns: 60 },
    );
  });

  it('knows the zoom from which on every name can be read', () => {
    fc.assert(
      fc.property(randomTrace, fc.double({ min: 0, max: 1, noNaN: true }), (trace, further) => {
        const view = createRunView(trace, showAll);
        const contents = view.items.map((item) => boxContent(item, view));
        const measures = measure(view, contents);
        const { readable } = measures;
        const { boxes } = layOut(view, measures, readable + (1 - readable) * further);
        for (const box of boxes) {
          const content = contents[box.item] ?? assert.fail();
          const { children = [] } = boxShape(box, 'main', content, true, defaultMetrics);
          const shown = children.find(({ look }) => look === 'tl-name')?.text ?? '';
          const isRead = shown === content.name || cells(shown) >= READABLE_CELLS - 1;
          assert.ok(isRead, `${content.name}: ${shown}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('marks each turn once and each longer wait where it was', () => {
    const { layout, view } = laidOut(esModule().recording.trace);
    assert.deepEqual(
      layout.turns.map(({ turn }) => turn),
      [0, 1, 2, 3],
    );
    assert.deepEqual(
      layout.waits.map(({ ms, before }) => [ms.toFixed(1), view.items[before]?.task?.api]),
      [
        ['17.8', 'setInterval'],
        ['19.9', 'setInterval'],
        ['9.7', 'timers/promises.setTimeout'],
      ],
    );
  });

  it('shows the lanes that are used, and the first three always', () => {
    const lanes = ({ bands }: Layout): string[] => bands.map(({ lane }) => lane);
    assert.deepEqual(lanes(laidOut(fourWay().recording.trace).layout), [
      'main',
      'nextTick',
      'microtask',
      'timers',
      'check',
    ]);
    assert.deepEqual(lanes(laidOut(esModule().recording.trace).layout), [
      'main',
      'nextTick',
      'microtask',
      'timers',
      'exit',
    ]);
  });

  it('lays out every recorded run', () => {
    for (const { trace, file } of recordedRuns()) {
      const { layout, view } = laidOut(trace);
      assert.equal(layout.boxes.length, view.items.length, file);
      assert.ok(layout.boxes.length > 0, file);
    }
  });
});

describe('Timeline: rounded ways', () => {
  it('go through all corners without sharp ones', () => {
    const path = roundedPath(
      [
        { x: 0, y: 0 },
        { x: 0, y: 20 },
        { x: 30, y: 20 },
        { x: 30, y: 40 },
      ],
      5,
    );
    assert.equal(path, 'M0 0L0 15Q0 20 5 20L25 20Q30 20 30 25L30 40');
  });
});

/** Whether a piece of a way goes through the inside of a box. */
const crossed =
  (a: { x: number; y: number }, b: { x: number; y: number }) =>
  (box: Layout['boxes'][number]): boolean =>
    Math.max(a.x, b.x) > box.x &&
    Math.min(a.x, b.x) < box.x + box.width &&
    Math.max(a.y, b.y) > box.y &&
    Math.min(a.y, b.y) < box.y + box.height;
