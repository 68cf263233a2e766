import * as l10n from '@vscode/l10n';
import { render } from 'lit';
import type { TimelineStep } from '../../shared/predict.ts';
import type { ExplainedTrace, Moment, Site, TimelineExport } from '../../shared/timeline.ts';
import { button } from '../common/parts.ts';
import { createTimeline } from '../timeline/timeline.ts';
import type { TimelineHandle } from '../timeline/timeline.ts';
import { shownRecording, shownStatus } from './state.ts';
import type { PageState } from './state.ts';

export interface TimelinePart {
  /** Draws the timeline of the run that is shown, once for each run, or says why there is none. */
  show(state: PageState): void;
  /** Where the timeline that is drawn is. */
  readonly step: TimelineStep | undefined;
  /** Shows the step at a moment of the run, of the next one that is drawn when none is. */
  goTo(moment: Moment): void;
  focus(): void;
  /** Another page takes the place of this one. */
  dispose(): void;
}

interface Surroundings {
  code(): string;
  /** A line of the code as it looks. */
  copyOf(line: number): Node | undefined;
  /** Where the timeline of a run begins that was drawn before. */
  readonly step: TimelineStep | undefined;
  readonly onStep: () => void;
  readonly onRunAgain: () => void;
  readonly onSite: (site: Site | undefined) => void;
  readonly onExport: (timeline: TimelineExport) => void;
}

/** The part of the page that the timeline fills when a recorded run is shown. */
export function createTimelinePart(section: HTMLElement, around: Surroundings): TimelinePart {
  const content = child(section, '.timeline-content');
  const note = child(section, '.timeline-note');
  const peek = child(section, '.peek');
  let step: TimelineStep | undefined;
  let wanted: Moment | undefined;
  let drawn: { readonly recording: ExplainedTrace; readonly handle: TimelineHandle } | undefined;

  /** Where the code itself has scrolled away, its line is repeated above the timeline. */
  function light(site: Site | undefined): void {
    around.onSite(site);
    const line = site && around.copyOf(site.line);
    peek.replaceChildren(...(line ? [line] : []));
    peek.dataset['line'] = site ? String(site.line) : '';
  }

  function draw(recording: ExplainedTrace | undefined): void {
    if (drawn?.recording === recording) return;
    drawn?.handle.dispose();
    drawn = undefined;
    step = undefined;
    light(undefined);
    document.body.classList.toggle('with-timeline', recording !== undefined);
    if (!recording) return;
    const { onExport, onStep } = around;
    const { run } = recording;
    const handle = createTimeline(content, {
      recording,
      code: around.code(),
      ...(around.step?.run === run && { moment: around.step.moment }),
      ...(wanted !== undefined && { moment: wanted }),
      onMoment(moment) {
        if (step?.moment === moment) return;
        step = { run, moment };
        onStep();
      },
      onSite: light,
      onExport,
    });
    wanted = undefined;
    drawn = { recording, handle };
  }

  return {
    show(state) {
      const recording = shownRecording(state);
      draw(recording);
      const { onRunAgain } = around;
      const text = noteOf(state);
      const again =
        text ===
        l10n.t(
          "Timelines aren't kept when the window is reloaded. Run the code again to get a new one.",
        );
      render(
        again
          ? [text, ' ', button(l10n.t('Run Again'), { icon: 'play', press: onRunAgain })]
          : text,
        note,
      );
      section.hidden = !recording && text === '';
    },
    dispose: () => draw(undefined),
    get step() {
      return step;
    },
    goTo(moment) {
      if (drawn) drawn.handle.goTo(moment);
      else wanted = moment;
    },
    focus() {
      section.focus({ preventScroll: true });
      section.scrollIntoView({ block: 'start' });
    },
  };
}

/** Why there is no timeline, or only a part of one. */
function noteOf(state: PageState): string {
  const { record } = state;
  const status = shownStatus(state);
  if (status.kind !== 'finished' || status.outcome.kind === 'notRun') return '';
  const { recorded, error } = status.outcome.run;
  if (error?.syntax) return '';
  if (recorded === 'no') return l10n.t("This run couldn't be recorded, so it has no timeline.");
  if (!shownRecording(state))
    return record
      ? l10n.t(
          "Timelines aren't kept when the window is reloaded. Run the code again to get a new one.",
        )
      : '';
  return recorded === 'part'
    ? l10n.t('This run took so long that only its beginning was recorded. The timeline ends there.')
    : '';
}

function child(section: HTMLElement, selector: string): HTMLElement {
  const found = section.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The timeline's section has no ${selector}.`);
  return found;
}
