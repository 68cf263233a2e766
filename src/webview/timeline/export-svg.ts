import * as l10n from '@vscode/l10n';
import { laneName } from './lane-name.ts';
import { arrowTo } from './arrows.ts';
import { boxContent } from './box-content.ts';
import { mix } from '../common/colors.ts';
import { lanes, type Lane } from './lanes.ts';
import {
  defaultMetrics,
  fittingZoom,
  HEAD,
  layOut,
  measure,
  NAME_HEIGHT,
  type Layout,
} from './layout.ts';
import { listEntries } from './list-text.ts';
import { waitLabels } from './names.ts';
import type { RunView } from './run-view.ts';
import { arrowShape, boxShape, groundShapes, waitShape, type Shape } from './scene.ts';
import { turnText } from './step-words.ts';

/** The theme's colours, as `#rrggbb`. */
export interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly wrong: string;
  readonly warning: string;
  readonly lanes: Readonly<Record<Lane, string>>;
}

const LABELS = 104;
const MARGIN = 20;
const TITLE = 34;
/** Wider pictures are no use: boxes get narrower instead. */
const WIDEST = 30_000;

/** A whole run as a picture that stands alone: its own colours, no fonts but the reader's. */
export function exportSvg(view: RunView, palette: Palette): string {
  const contents = view.items.map((item) => boxContent(item, view));
  const measures = measure(view, contents);
  const layout = layOut(view, measures, Math.min(1, fittingZoom(view, measures, WIDEST)));
  const width = Math.ceil(LABELS + layout.width + 2 * MARGIN);
  const height = Math.ceil(TITLE + layout.height + MARGIN);
  const shapes = [
    ...groundShapes(layout, (turn) => turnText(turn, view.trace)),
    ...layout.waits.map((wait) => waitShape(wait, layout, waitLabels(wait.ms))),
    ...arrows(view, layout),
    ...layout.boxes.flatMap((box): Shape[] => {
      const item = view.items[box.item];
      const content = contents[box.item];
      if (!item || !content) return [];
      return [boxShape(box, item.lane, content, item.lines.length > 0, defaultMetrics)];
    }),
  ];
  const description = listEntries(view)
    .map(({ name, where, what }, index) => `${index + 1}. ${name} (${where}): ${what}`)
    .join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${xml(l10n.t('Timeline of a run'))}</title>
<desc id="description">${xml(description)}</desc>
<style>${styles(palette)}</style>
<rect width="${width}" height="${height}" fill="${palette.ground}"/>
<text class="tl-title" x="${MARGIN}" y="26">${xml(l10n.t('Timeline of a run'))}</text>
<g transform="translate(${MARGIN} ${TITLE})">${laneNames(layout).map(shapeText).join('')}</g>
<g transform="translate(${MARGIN + LABELS} ${TITLE})">
${shapes.map(shapeText).join('\n')}
</g>
</svg>
`;
}

function arrows(view: RunView, layout: Layout): Shape[] {
  return view.items.flatMap(({ index, lane }) => {
    const arrow = arrowTo(view, layout, index);
    return arrow ? [arrowShape(arrow, lane)] : [];
  });
}

function laneNames({ bands }: Layout): Shape[] {
  return bands.flatMap(({ lane, top }): Shape[] => {
    const y = top + HEAD + NAME_HEIGHT / 2;
    return [
      { tag: 'circle', look: `tl-dot tl-lane-${lane}`, attributes: { cx: 5, cy: y, r: 4 } },
      {
        tag: 'text',
        look: 'tl-lane-name',
        attributes: { x: 16, y: y + 4 },
        text: laneName(lane),
      },
    ];
  });
}

function shapeText({ tag, look, attributes = {}, text, children }: Shape): string {
  const pairs = Object.entries({ class: look, ...attributes })
    .filter(([name]) => !name.startsWith('data-'))
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? short(value) : xml(value)}"`);
  const inside = text === undefined ? (children ?? []).map(shapeText).join('') : xml(text);
  return inside === ''
    ? `<${tag}${pairs.join('')}/>`
    : `<${tag}${pairs.join('')}>${inside}</${tag}>`;
}

const short = (value: number): number => Math.round(value * 10) / 10;

/** XML has no way to write most control characters. */
function xml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** Plain rules with plain colours: readers of SVG know no `color-mix`. */
function styles({ ground, ink, muted, line, wrong, warning, lanes: colors }: Palette): string {
  const each = lanes.flatMap((lane) => {
    const color = colors[lane];
    return [
      `.tl-lane-${lane} .tl-frame{fill:${mix(color, ground, 0.16)};stroke:${mix(color, ground, 0.6)}}`,
      `.tl-lane-${lane} .tl-edge,.tl-dot.tl-lane-${lane},.tl-lane-${lane} .tl-head,.tl-lane-${lane} .tl-port{fill:${color}}`,
      `.tl-lane-${lane} .tl-way{stroke:${mix(color, ground, 0.75)}}`,
    ];
  });
  return [
    `text{font-family:system-ui,sans-serif;font-size:11px;fill:${ink}}`,
    `.tl-title{font-size:15px;font-weight:600}`,
    `.tl-name,.tl-place,.tl-turn-name,.tl-wait-name{fill:${muted}}`,
    `.tl-lane-name{font-size:12px}`,
    `.tl-row{font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:12px}`,
    `.tl-row-note{font-family:system-ui,sans-serif;font-style:italic;fill:${muted}}`,
    `.tl-row-stderr{fill:${warning}}.tl-row-uncaught,.tl-row-exit{fill:${wrong}}`,
    `.tl-band{fill:none}.tl-even{fill:${mix(ink, ground, 0.035)}}`,
    `.tl-turn{stroke:${line};stroke-width:1}.tl-wait-ground{fill:${mix(ink, ground, 0.06)}}`,
    `.tl-wait-sides{stroke:${line};stroke-dasharray:3 3;fill:none}`,
    `.tl-way{fill:none;stroke-width:1.25}`,
    ...each,
    `.tl-silent .tl-frame{fill:${ground}}`,
  ].join('\n');
}
