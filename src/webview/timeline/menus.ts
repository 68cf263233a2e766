import * as l10n from '@vscode/l10n';
import { html } from 'lit';
import type { TimelineExport } from '../../shared/timeline.ts';
import { laneName } from './lane-name.ts';
import { lanes, type Lane } from './lanes.ts';
import type { Filter } from './run-view.ts';
import type { TemplateResult } from 'lit';
import { icon } from '../common/parts.ts';

export interface FilterMenu {
  readonly id: string;
  readonly filter: Filter;
  /** How many callbacks each lane has without any filter. */
  readonly counts: ReadonlyMap<Lane, number>;
  readonly shown: number;
  readonly all: number;
  readonly onChange: (filter: Filter) => void;
}

export function filterMenu(menu: FilterMenu) {
  const { filter, counts, onChange } = menu;
  const active = !filter.silent || filter.hiddenLanes.size > 0;
  const toggleLane = (lane: Lane): void => {
    const hiddenLanes = new Set(filter.hiddenLanes);
    if (!hiddenLanes.delete(lane)) hiddenLanes.add(lane);
    onChange({ ...filter, hiddenLanes });
  };
  return menuView(
    menu.id,
    l10n.t('Filter'),
    'filter',
    active,
    html`${choice(l10n.t('Callbacks that print nothing'), filter.silent, () =>
        onChange({ ...filter, silent: !filter.silent }),
      )}
      ${choice(l10n.t('Internal callbacks of Node.js'), filter.internal, () =>
        onChange({ ...filter, internal: !filter.internal }),
      )}
      <fieldset class="tl-choices">
        <legend>${l10n.t('Lanes')}</legend>
        ${lanes
          .filter((lane) => counts.has(lane))
          .map((lane) =>
            choice(
              html`<span class="tl-dot tl-lane-${lane}" aria-hidden="true"></span>${laneName(lane)}
                <span class="tl-number">${counts.get(lane)}</span>`,
              !filter.hiddenLanes.has(lane),
              () => toggleLane(lane),
            ),
          )}
      </fieldset>
      <p class="tl-shows">${l10n.t('{0} of {1} callbacks shown', menu.shown, menu.all)}</p>`,
  );
}

function choice(label: unknown, checked: boolean, toggle: () => void) {
  return html`<label class="tl-choice"
    ><input type="checkbox" .checked=${checked} @change=${toggle} /><span>${label}</span></label
  >`;
}

export function saveMenu(id: string, save: (format: TimelineExport['format']) => void) {
  const item = (format: TimelineExport['format'], label: string) =>
    html`<button
      type="button"
      class="tl-item"
      popovertarget=${id}
      popovertargetaction="hide"
      @click=${() => save(format)}
    >
      ${label}
    </button>`;
  return menuView(
    id,
    l10n.t('Save'),
    'save',
    false,
    html`${item('svg', l10n.t('As a Picture (SVG)'))}${item('markdown', l10n.t('As Notes (Markdown)'))}`,
  );
}

let count = 0;

/** A new id for what a button opens. */
export function menuId(): string {
  count += 1;
  return `tl-menu-${count}`;
}

/** A button that opens a small panel, which closes with Escape or a click beside it. */
export function menuView(
  id: string,
  label: string,
  iconName: string,
  marked: boolean,
  content: TemplateResult,
): TemplateResult {
  return html`<div class="tl-menu">
    <button
      type="button"
      class="button quiet tl-menu-button"
      popovertarget=${id}
      data-marked=${marked}
      title=${label}
    >
      ${icon(marked ? `${iconName}-filled` : iconName)}<span>${label}</span>
    </button>
    <div class="tl-popover" id=${id} popover @beforetoggle=${place}>${content}</div>
  </div>`;
}

/** Below its button, within the window. */
function place(event: Event): void {
  if ((event as ToggleEvent).newState !== 'open') return;
  const popover = event.currentTarget as HTMLElement;
  const button = popover.parentElement?.querySelector('button');
  if (!button) return;
  const { left, bottom } = button.getBoundingClientRect();
  const width = Math.min(260, window.innerWidth - 16);
  popover.style.width = `${width}px`;
  popover.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
  popover.style.top = `${bottom + 4}px`;
}
