import { html } from 'lit';
import type { TimelineExport } from '../../shared/timeline.ts';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';
import { fill } from '../../shared/fill.ts';
import { lanes, type Lane } from './lanes.ts';
import { menuView } from './menu.ts';
import type { Filter } from './run-view.ts';

export interface FilterMenu {
  readonly id: string;
  readonly filter: Filter;
  /** How many callbacks each lane has without any filter. */
  readonly counts: ReadonlyMap<Lane, number>;
  readonly shown: number;
  readonly all: number;
  readonly onChange: (filter: Filter) => void;
}

export function filterMenu(menu: FilterMenu, texts: TimelineTexts) {
  const { filter, counts, onChange } = menu;
  const active = !filter.silent || filter.hiddenLanes.size > 0;
  const toggleLane = (lane: Lane): void => {
    const hiddenLanes = new Set(filter.hiddenLanes);
    if (!hiddenLanes.delete(lane)) hiddenLanes.add(lane);
    onChange({ ...filter, hiddenLanes });
  };
  return menuView(
    menu.id,
    texts.filter,
    'filter',
    active,
    html`${choice(texts.filterSilent, filter.silent, () =>
        onChange({ ...filter, silent: !filter.silent }),
      )}
      ${choice(texts.filterInternal, filter.internal, () =>
        onChange({ ...filter, internal: !filter.internal }),
      )}
      <fieldset class="tl-choices">
        <legend>${texts.filterLanes}</legend>
        ${lanes
          .filter((lane) => counts.has(lane))
          .map((lane) =>
            choice(
              html`<span class="tl-dot tl-lane-${lane}" aria-hidden="true"></span
                >${texts.lanes[lane]} <span class="tl-number">${counts.get(lane)}</span>`,
              !filter.hiddenLanes.has(lane),
              () => toggleLane(lane),
            ),
          )}
      </fieldset>
      <p class="tl-shows">${fill(texts.filterShows, menu.shown, menu.all)}</p>`,
  );
}

function choice(label: unknown, checked: boolean, toggle: () => void) {
  return html`<label class="tl-choice"
    ><input type="checkbox" .checked=${checked} @change=${toggle} /><span>${label}</span></label
  >`;
}

export function saveMenu(
  id: string,
  save: (format: TimelineExport['format']) => void,
  texts: TimelineTexts,
) {
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
    texts.save,
    'save',
    false,
    html`${item('svg', texts.savePicture)}${item('markdown', texts.saveNotes)}`,
  );
}
