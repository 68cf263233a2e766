import * as l10n from '@vscode/l10n';
import { html, nothing, svg } from 'lit';
import { icon } from '../common/parts.ts';
import { speeds } from './player.ts';

export type Mode = 'timeline' | 'list';

export interface ToolbarState {
  readonly mode: Mode;
  readonly step: number;
  readonly steps: number;
  readonly playing: boolean;
  readonly speed: number;
  /** Nothing is played. */
  readonly isPlain: boolean;
}

export interface ToolbarActions {
  go(step: number): void;
  togglePlay(): void;
  setSpeed(speed: number): void;
  setMode(mode: Mode): void;
  zoom(direction: 'in' | 'out' | 'fit'): void;
}

/** Buttons to go through the run, and to look at it closer. The menus stand beside them. */
export function toolbarView(state: ToolbarState, actions: ToolbarActions) {
  return html`${state.isPlain ? nothing : transportView(state, actions)}
    <div class="tl-tools">
      ${state.mode === 'timeline' ? zoomButtons(actions) : ''} ${modeSwitch(state, actions)}
    </div>`;
}

function transportView(state: ToolbarState, actions: ToolbarActions) {
  return html`<div class="tl-transport" role="group" aria-label=${l10n.t('Steps of the run')}>
    ${stepButtons(state, actions)}
    <select
      class="tl-select"
      aria-label=${l10n.t('Speed')}
      title=${l10n.t('Speed')}
      @change=${({ target }: Event) =>
        actions.setSpeed(Number((target as HTMLSelectElement).value))}
    >
      ${speeds.map(
        (speed) =>
          html`<option value=${speed} ?selected=${speed === state.speed}>
            ${l10n.t('{0}×', speed)}
          </option>`,
      )}
    </select>
    <span class="tl-count"
      >${l10n.t('Step {0} of {1}', Math.min(state.step + 1, state.steps), state.steps)}</span
    >
  </div>`;
}

function stepButtons({ step, steps, playing }: ToolbarState, actions: ToolbarActions) {
  const atStart = step <= 0;
  const atEnd = step >= steps - 1;
  return html`${shapeButton('first', l10n.t('First step'), atStart, () => actions.go(0))}
    ${shapeButton('previous', l10n.t('Previous step'), atStart, () => actions.go(step - 1))}
    <button
      type="button"
      class="button secondary tl-play"
      ?disabled=${steps < 2}
      @click=${() => actions.togglePlay()}
    >
      ${shape(playing ? 'pause' : 'play')}<span>${playing ? l10n.t('Pause') : l10n.t('Play')}</span>
    </button>
    ${shapeButton('next', l10n.t('Next step'), atEnd, () => actions.go(step + 1))}
    ${shapeButton('last', l10n.t('Last step'), atEnd, () => actions.go(steps - 1))}`;
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

function zoomButtons(actions: ToolbarActions) {
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
    ${zoom('out', 'zoom-out', l10n.t('Zoom out'))} ${zoom('in', 'zoom-in', l10n.t('Zoom in'))}
    ${zoom('fit', 'screen-full', l10n.t('Zoom to fit'))}
  </div>`;
}

function modeSwitch({ mode }: ToolbarState, actions: ToolbarActions) {
  const option = (value: Mode, name: string, label: string) =>
    html`<button
      type="button"
      class="tl-mode"
      aria-pressed=${mode === value}
      @click=${() => actions.setMode(value)}
    >
      ${icon(name)}<span>${label}</span>
    </button>`;
  return html`<div class="tl-modes" role="group" aria-label=${l10n.t('View')}>
    ${option('timeline', 'graph-line', l10n.t('Timeline'))}${option('list', 'list-ordered', l10n.t('List'))}
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
