import * as l10n from '@vscode/l10n';
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Trace } from '../../shared/timeline.ts';
import { icon } from '../common/parts.ts';
import { createTimeline } from '../timeline/timeline.ts';

/**
 * The timeline of the run, and beside it the one that a belief imagines, behind a line that opens: they are drawn
 * when they are wanted, since a timeline takes its size from where it is.
 */
export function imaginedView(recorded: Trace, imagined: Trace): TemplateResult {
  const { attach, draw } = drawingOf(recorded, imagined);
  return html`<details class="timelines" ${ref(attach)} @toggle=${draw}>
    <summary>${l10n.t('Compare both timelines')}</summary>
    <div class="both">
      <figure class="recorded">
        <figcaption>
          ${icon('record')}<span>${l10n.t('Recorded: what this run did')}</span>
        </figcaption>
        <div></div>
      </figure>
      <figure class="imagined">
        <figcaption>
          ${icon('lightbulb')}<span
            >${l10n.t('Imagined: what Node.js would do if that were true')}</span
          >
        </figcaption>
        <div></div>
      </figure>
    </div>
  </details>`;
}

interface Drawing {
  /** The element is on the page, or no longer. */
  readonly attach: (element?: Element) => void;
  readonly draw: () => void;
}

/** The same one whenever the page is rendered again. */
const drawings = new WeakMap<Trace, Drawing>();

function drawingOf(recorded: Trace, imagined: Trace): Drawing {
  let drawing = drawings.get(imagined);
  if (!drawing) drawings.set(imagined, (drawing = createDrawing(recorded, imagined)));
  return drawing;
}

function createDrawing(recorded: Trace, imagined: Trace): Drawing {
  let details: Element | undefined;
  let dispose: (() => void) | undefined;
  return {
    attach(element) {
      if (element === details) return;
      dispose?.();
      dispose = undefined;
      details = element;
    },
    draw() {
      if (dispose || !(details instanceof HTMLDetailsElement) || !details.open) return;
      const places = details.querySelectorAll<HTMLElement>('figure > div');
      const labels = [l10n.t('Timeline of this run'), l10n.t('Imagined timeline, not a recording')];
      const handles = [recorded, imagined].flatMap((trace, at) => {
        const [place, label] = [places[at], labels[at]];
        const recording = { run: 0, trace, explanations: { pairs: [] } };
        return place && label !== undefined
          ? [createTimeline(place, { recording, code: '', plain: { label } })]
          : [];
      });
      dispose = () => {
        for (const handle of handles) handle.dispose();
      };
    },
  };
}
