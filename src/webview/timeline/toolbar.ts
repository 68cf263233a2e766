import { html, svg } from 'lit';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';
import { fill } from '../../shared/fill.ts';
import { icon } from '../common/parts.ts';
import { speeds } from './player.ts';

export type Mode = 'timeline' | 'list';

export interface ToolbarState {
  readonly mode: Mode;
  readonly step: number;
  readonly steps: number;
  readonly playing: boolean;
  readonly speed: number;
}

export interface ToolbarActions {
  go(step: number): void;
  togglePlay(): void;
  setSpeed(speed: number): void;
  setMode(mode: Mode): void;
  zoom(direction: 'in' | 'out' | 'fit'): void;
}

/** Buttons to go through the run, and to look at it closer. The menus stand beside them. */
export function toolbarView(state: ToolbarState, actions: ToolbarActions, texts: TimelineTexts) {
  return html`<div class="tl-transport" role="group" aria-label=${texts.stepsLabel}>
      ${stepButtons(state, actions, texts)}
      <select
        class="tl-select"
        aria-label=${texts.speed}
        title=${texts.speed}
        @change=${({ target }: Event) =>
          actions.setSpeed(Number((target as HTMLSelectElement).value))}
      >
        ${speeds.map(
          (speed) =>
            html`<option value=${speed} ?selected=${speed === state.speed}>
              ${fill(texts.speedValue, speed)}
            </option>`,
        )}
      </select>
      <span class="tl-count"
        >${fill(texts.step, Math.min(state.step + 1, state.steps), state.steps)}</span
      >
    </div>
    <div class="tl-tools">
      ${state.mode === 'timeline' ? zoomButtons(actions, texts) : ''}
      ${modeSwitch(state, actions, texts)}
    </div>`;
}

function stepButtons(
  { step, steps, playing }: ToolbarState,
  actions: ToolbarActions,
  texts: TimelineTexts,
) {
  const atStart = step <= 0;
  const atEnd = step >= steps - 1;
  return html`${shapeButton('first', texts.first, atStart, () => actions.go(0))}
    ${shapeButton('previous', texts.previous, atStart, () => actions.go(step - 1))}
    <button
      type="button"
      class="button secondary tl-play"
      ?disabled=${steps < 2}
      @click=${() => actions.togglePlay()}
    >
      ${shape(playing ? 'pause' : 'play')}<span>${playing ? texts.pause : texts.play}</span>
    </button>
    ${shapeButton('next', texts.next, atEnd, () => actions.go(step + 1))}
    ${shapeButton('last', texts.last, atEnd, () => actions.go(steps - 1))}`;
}

/** `aria-disabled`, since a button that is disabled would lose the focus at the last step. */
function shapeButton(name: ShapeName, label: string, off: boolean, press: () => void) {
  return html`<button
    type="button"
    class="button quiet icon"
    title=${label}
    aria-label=${label}
    aria-disabled=${off}
    @click=${() => {
      if (!off) press();
    }}
  >
    ${shape(name)}
  </button>`;
}

function zoomButtons(actions: ToolbarActions, texts: TimelineTexts) {
  const zoom = (direction: 'in' | 'out' | 'fit', name: string, label: string) =>
    html`<button
      type="button"
      class="button quiet icon"
      title=${label}
      aria-label=${label}
      @click=${() => actions.zoom(direction)}
    >
      ${icon(name)}
    </button>`;
  return html`<div class="tl-group">
    ${zoom('out', 'zoom-out', texts.zoomOut)} ${zoom('in', 'zoom-in', texts.zoomIn)}
    ${zoom('fit', 'screen-full', texts.zoomFit)}
  </div>`;
}

function modeSwitch({ mode }: ToolbarState, actions: ToolbarActions, texts: TimelineTexts) {
  const option = (value: Mode, name: string, label: string) =>
    html`<button
      type="button"
      class="tl-mode"
      aria-pressed=${mode === value}
      @click=${() => actions.setMode(value)}
    >
      ${icon(name)}<span>${label}</span>
    </button>`;
  return html`<div class="tl-modes" role="group" aria-label=${texts.viewLegend}>
    ${option('timeline', 'graph-line', texts.viewTimeline)}${option('list', 'list-ordered', texts.viewList)}
  </div>`;
}

type ShapeName = 'first' | 'previous' | 'play' | 'pause' | 'next' | 'last';

const paths: Readonly<Record<ShapeName, string>> = {
  first: 'M3.5 3v10M12.5 3.5v9L6 8z',
  previous: 'M11 3.5v9L4.5 8z',
  play: 'M5 3.2v9.6L12.8 8z',
  pause: 'M5 3.5v9M11 3.5v9',
  next: 'M5 3.5v9L11.5 8z',
  last: 'M12.5 3v10M3.5 3.5v9L10 8z',
};

function shape(name: ShapeName) {
  return html`<svg class="tl-shape" viewBox="0 0 16 16" aria-hidden="true">
    ${svg`<path d=${paths[name]} />`}
  </svg>`;
}
