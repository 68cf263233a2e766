import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boxContent, cells, fitText } from '../../../src/webview/timeline/box-content.ts';
import { hex, mix } from '../../../src/webview/common/colors.ts';
import { exportMarkdown } from '../../../src/webview/timeline/export-markdown.ts';
import { exportSvg, type Palette } from '../../../src/webview/timeline/export-svg.ts';
import { lanes } from '../../../src/webview/timeline/lanes.ts';
import { listEntries } from '../../../src/webview/timeline/list-text.ts';
import { noteOf } from '../../../src/webview/timeline/note.ts';
import { createRunView, showAll } from '../../../src/webview/timeline/run-view.ts';
import { TraceBuilder } from './trace-builder.ts';
import { fileAndSocket, fourWay } from './traces.ts';

const palette: Palette = {
  ground: '#1f1f1f',
  ink: '#cccccc',
  muted: '#aaaaaa',
  line: '#444444',
  wrong: '#f14c4c',
  warning: '#cca700',
  lanes: Object.fromEntries(lanes.map((lane) => [lane, '#59a4f9'])) as Palette['lanes'],
};

describe('Timeline as a list', () => {
  it('tells each callback in words, in the order in which they ran', () => {
    const view = createRunView(fourWay().recording.trace, showAll);
    assert.deepEqual(
      listEntries(view).map(({ name, where, what }) => `${name} (${where}): ${what}`),
      [
        'main script (main, before the loop): prints script, script ends; schedules setTimeout 1 ms (line 3), setImmediate (line 4), process.nextTick (line 6), then (line 7)',
        'process.nextTick (line 6) (nextTick, before the loop): prints tick; scheduled by the main script',
        'then (line 7) (microtasks, before the loop): prints promise; scheduled by the main script',
        'setTimeout 1 ms (line 3) (timers, turn 1): prints timeout; scheduled by the main script',
        'setImmediate (line 4) (check, turn 1): prints immediate; scheduled by the main script',
      ],
    );
  });

  it('counts what would be too much to hear', () => {
    const trace = new TraceBuilder()
      .main((script) => {
        for (let line = 0; line < 20; line++) script.print(`l${line}`);
      })
      .build();
    const [entry] = listEntries(createRunView(trace, showAll));
    assert.match(entry?.what ?? '', /^prints l0, .*, l11, \+8 more$/);
  });
});

describe('Timeline as Markdown', () => {
  it('holds code, output, callbacks and explanations', () => {
    const { code, recording } = fourWay();
    const text = exportMarkdown(recording, code, createRunView(recording.trace, showAll));
    assert.ok(text.includes(`\`\`\`js\n${code.trimEnd()}\n\`\`\``));
    assert.ok(
      text.includes('```text\nscript\nscript ends\ntick\npromise\ntimeout\nimmediate\n```'),
    );
    assert.ok(
      text.includes('| 4 | 1 | timers | setTimeout 1 ms | 3 | 1. main script | `timeout` |'),
    );
    assert.ok(
      text.includes(
        '- `promise` is printed after `tick` (in every run): **The nextTick queue is emptied before the microtask queue.**',
      ),
    );
  });

  it('stays a table and a block of code whatever is printed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '|', '`', ' ', '<', '\\', '\n', '*') })),
        (printed) => {
          const lines = printed.map((text) => text.replaceAll('\n', ''));
          const trace = new TraceBuilder()
            .main((script) => lines.forEach((text) => script.print(text)))
            .build();
          const recording = { run: 1, trace, explanations: { pairs: [] } };
          const text = exportMarkdown(recording, '`'.repeat(5), createRunView(trace, showAll));
          const [, table = ''] = text.split(`## Callbacks in the order in which they ran\n\n`);
          for (const row of table.trimEnd().split('\n')) {
            assert.equal(row.replace(/\\\|/g, '').split('|').length, 9, row);
          }
          assert.ok(text.includes(`\n\`\`\`\`\`\`js\n`));
        },
      ),
    );
  });
});

describe('Timeline as SVG', () => {
  const view = createRunView(fileAndSocket().recording.trace, showAll);
  const picture = exportSvg(view, palette);

  it('stands alone: its own colours, no fonts or files from elsewhere', () => {
    assert.doesNotMatch(picture, /var\(|color-mix|url\(|@import|href/);
    assert.match(picture, /<title id="title">Timeline of a run<\/title>/);
    assert.match(picture, /<desc id="description">1\. main script/);
  });

  it('draws all boxes, arrows and turns', () => {
    const count = (look: string): number => picture.split(`class="${look}`).length - 1;
    assert.equal(count('tl-box '), view.items.length);
    assert.equal(count('tl-arrow '), view.parents.filter((parent) => parent >= 0).length);
    assert.equal(count('tl-turn-name'), 3);
  });

  it('holds nothing that XML cannot', () => {
    const trace = new TraceBuilder()
      .main((script) => script.print('<b>&"\u0001\ud800\uffff</b>'))
      .build();
    const text = exportSvg(createRunView(trace, showAll), palette);
    // eslint-disable-next-line no-control-regex -- what must not be there
    assert.doesNotMatch(text, /<b|b>|&"|[\u0001\uffff]|\p{Surrogate}/u);
  });
});

describe('Timeline: boxes', () => {
  it('cut texts to the cells that there are', () => {
    assert.equal(fitText('setTimeout', 10), 'setTimeout');
    assert.equal(fitText('setTimeout', 6), 'setTi…');
    assert.equal(fitText('日本語', 6), '日本語');
    assert.equal(fitText('日本語', 4), '日…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 30 }),
        (text, width) => {
          assert.ok(cells(fitText(text, width)) <= width);
        },
      ),
    );
  });

  it('hold up to four lines, then count', () => {
    const rows = (lines: number): string[] => {
      const trace = new TraceBuilder()
        .main((script) => {
          for (let line = 1; line <= lines; line++) script.print(`${line}`);
        })
        .build();
      const view = createRunView(trace, showAll);
      const [item] = view.items;
      return item ? boxContent(item, view).rows.map(({ text }) => text) : [];
    };
    assert.deepEqual(rows(4), ['1', '2', '3', '4']);
    assert.deepEqual(rows(6), ['1', '2', '3', '+3 more']);
  });

  it('tell of a callback that held the loop up', () => {
    const view = createRunView(fileAndSocket().recording.trace, showAll);
    const [main, listens] = view.items;
    assert.deepEqual(main && boxContent(main, view).rows.at(-1), {
      text: 'ran 63 ms',
      look: 'note',
    });
    assert.deepEqual(listens && boxContent(listens, view), {
      name: 'server.listen',
      place: ':12',
      rows: [{ text: 'stderr listening', look: 'stderr' }],
    });
  });
});

describe('Timeline: colours', () => {
  it('are read in every form that browsers compute', () => {
    assert.equal(hex('rgb(18, 52, 86)', '#ffffff'), '#123456');
    assert.equal(hex('rgba(0, 0, 0, 0.5)', '#ffffff'), '#808080');
    assert.equal(hex('color(srgb 1 0.5 0)', '#000000'), '#ff8000');
    assert.equal(hex('color(srgb 1 0 0 / 0.5)', '#000000'), '#800000');
  });

  it('are mixed by their share', () => {
    assert.equal(mix('#ffffff', '#000000', 0.5), '#808080');
    assert.equal(mix('#ff0000', '#0000ff', 1), '#ff0000');
  });
});

describe('The note of a timeline', () => {
  const note = (trace: Parameters<typeof noteOf>[0]) => noteOf(trace);

  it('is empty where nothing is left out and nothing changed', () => {
    assert.equal(note({ untraced: [] }), '');
  });

  it('says what recording may have changed, after what it leaves out', () => {
    const altered = ['executionAsyncId', 'triggerAsyncId'];
    assert.equal(
      note({ untraced: ['worker'], altered }),
      'What happens inside worker threads is not recorded, only what they print. ' +
        'Recording can change the results of executionAsyncId, triggerAsyncId: ' +
        "a run that isn't recorded may print other values.",
    );
  });
});
