import * as l10n from '@vscode/l10n';
import { laneName } from './lane-name.ts';
import type { Layout } from './layout.ts';

/** The parts of the timeline's document that stay while their contents change. */
export interface Frame {
  readonly root: HTMLElement;
  readonly toolbar: HTMLElement;
  readonly menus: HTMLElement;
  readonly picture: HTMLElement;
  readonly laneNames: HTMLElement;
  /** Scrolls, takes the focus, and is the slider that keys move. */
  readonly scroller: HTMLElement;
  readonly overview: HTMLElement;
  readonly list: HTMLElement;
  readonly note: HTMLElement;
  /** What the step that is shown does, beside the picture where there is room. */
  readonly card: HTMLElement;
  readonly panels: HTMLElement;
  readonly live: HTMLElement;
}

/** A timeline without a way through its steps, beside another one. */
export interface PlainTimeline {
  /** What it shows, for who can't see what stands above it. */
  readonly label: string;
}

/** @param isImagined nothing of it ran: it is drawn so that nobody takes it for a record */
export function createFrame(
  container: HTMLElement,
  isImagined: boolean,
  plain: PlainTimeline | undefined,
): Frame {
  const part = (look: string, tag = 'div'): HTMLElement => {
    const element = document.createElement(tag);
    element.className = look;
    return element;
  };
  // The page around it is the landmark of that name.
  const root = part(`tl${plain ? ' tl-plain' : ''}${isImagined ? ' tl-imagined' : ''}`);
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', plain?.label ?? l10n.t('Timeline'));
  const bar = part('tl-bar');
  const toolbar = part('tl-toolbar');
  const menus = part('tl-menus');
  bar.append(toolbar);
  if (!plain) bar.append(menus);
  const picture = part('tl-stage');
  const laneNames = part('tl-lane-names');
  laneNames.setAttribute('aria-hidden', 'true');
  const scroller = part('tl-scroll');
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'slider');
  scroller.setAttribute('aria-label', plain?.label ?? l10n.t('Steps of the run'));
  scroller.setAttribute('aria-valuemin', '1');
  const overview = part('tl-overview');
  picture.append(laneNames, scroller, overview);
  const list = part('tl-list-frame');
  const note = part('tl-note', 'p');
  const card = part('tl-card');
  const panels = part('tl-panels');
  const body = part('tl-body');
  const drawing = part('tl-drawing');
  drawing.append(picture, list, note);
  body.append(drawing);
  if (!plain) body.append(card, panels);
  const keys = part('tl-keys', 'p');
  keys.textContent = l10n.t(
    'Left and Right go from step to step, with Shift from callback to callback. Space plays.',
  );
  const live = part('sr-only');
  live.setAttribute('role', 'status');
  root.append(bar, body, ...(plain ? [] : [keys]), live);
  container.replaceChildren(root);
  return {
    ...{ root, toolbar, menus, picture, laneNames, scroller, overview },
    ...{ list, note, card, panels, live },
  };
}

/** The names of the lanes stay while the picture scrolls beside them. */
export function drawLaneNames(container: HTMLElement, { bands }: Layout) {
  container.replaceChildren(
    ...bands.map(({ lane, top, height }) => {
      const name = document.createElement('div');
      name.className = `tl-lane-name tl-lane-${lane}`;
      name.style.top = `${top}px`;
      name.style.height = `${height}px`;
      const dot = document.createElement('span');
      dot.className = 'tl-dot';
      name.append(dot, laneName(lane));
      return name;
    }),
  );
}
