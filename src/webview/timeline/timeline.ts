import * as l10n from '@vscode/l10n';
import { nothing, render } from 'lit';
import './timeline.css';
import type { Moment, ExplainedTrace, Site, TimelineExport } from '../../shared/timeline.ts';
import { boxContent } from './box-content.ts';
import { exportMarkdown } from './export-markdown.ts';
import { exportSvg } from './export-svg.ts';
import { createFrame, drawLaneNames, type PlainTimeline } from './frame.ts';
import { timelineKey } from './keys.ts';
import type { Lane } from './lanes.ts';
import { layOut, measure, type Layout } from './layout.ts';
import { createListView } from './list-view.ts';
import { measureText } from './measure-text.ts';
import { menuId, filterMenu, saveMenu } from './menus.ts';
import { noteOf } from './note.ts';
import { createOverview } from './overview.ts';
import { readPalette } from './palette.ts';
import { panelsView, stepView } from './panels.ts';
import { createQueueHistory, usedQueues } from './queues-at.ts';
import { createRunView, showAll, type Filter, type RunView } from './run-view.ts';
import { createStage } from './stage.ts';
import { spokenStep, stepWords } from './step-words.ts';
import { firstSteps, stepAt, stepsOf, type Step } from './steps.ts';
import { toolbarView, type Mode } from './toolbar.ts';
import { createWalk } from './walk.ts';
import { createZoom } from './zoom.ts';

export interface TimelineOptions {
  readonly recording: ExplainedTrace;
  /** The snippet's text, for the lines that steps point at. */
  readonly code: string;
  /** Where it begins, when not at the beginning. */
  readonly moment?: Moment;
  /** Another step is shown. */
  readonly onMoment?: (moment: Moment) => void;
  /** The place in the source that the shown step is about; undefined when there is none. */
  readonly onSite?: (site: Site | undefined) => void;
  /** Without it nothing can be saved. */
  readonly onExport?: (timeline: TimelineExport) => void;
  /** The picture and the list alone, of the run as a whole. */
  readonly plain?: PlainTimeline;
}

export interface TimelineHandle {
  /** Moves the keyboard's focus to the picture, or to the list. */
  focus(): void;
  /** Shows the step at a moment. */
  goTo(moment: Moment): void;
  dispose(): void;
}

/** Draws a recorded run into a container. */
export function createTimeline(container: HTMLElement, options: TimelineOptions): TimelineHandle {
  const { recording, code, onMoment, onSite, onExport, plain } = options;
  const { trace, explanations } = recording;
  const { moment = plain ? trace.end : 0 } = options;
  const isImagined = trace.imagined === true;
  const codeLines = code.split('\n');
  const history = createQueueHistory(trace);
  const laneCounts = countLanes(createRunView(trace, { ...showAll, internal: true }));
  const everything = [...laneCounts.values()].reduce((sum, count) => sum + count, 0);
  const filterId = menuId();
  const saveId = menuId();

  const frame = createFrame(container, isImagined, plain);
  const stage = createStage(frame.scroller, {
    onChoose: goToBox,
    onScroll: () => showSight(),
  });
  const overview = createOverview(frame.overview, (x) =>
    stage.scrollTo(x - frame.scroller.clientWidth / 2),
  );
  const list = createListView(frame.list, goToBox, isImagined);
  const zoom = createZoom(frame.scroller, () => redraw(), plain !== undefined);
  const walk = createWalk(() => draw(), drawToolbar);

  let mode: Mode = 'timeline';
  let view: RunView;
  let queuesUsed: ReturnType<typeof usedQueues>;
  let firsts: readonly number[];
  let layout: Layout;
  let listDrawn = false;
  /** Until somebody goes to a step, a plain timeline shows the run as a whole. */
  let isWhole = plain !== undefined;

  const actions = {
    go: (step: number) => walk.go(step),
    togglePlay() {
      walk.togglePlay();
      // Who presses Play wants to read the steps, so the picture and its sentence come into view.
      if (walk.player.playing) bringIntoView(frame.root);
    },
    setSpeed(speed: number) {
      walk.player.speed = speed;
      drawToolbar();
    },
    setMode(next: Mode) {
      mode = next;
      draw(false);
      if (next === 'timeline') redraw();
    },
    zoom: (direction: 'in' | 'out' | 'fit') => zoom.change(direction),
  };

  frame.root.addEventListener('keydown', (event) => {
    const key = timelineKey(event);
    if (key && key !== 'play') isWhole = false;
    walk.onKey(event, !plain);
  });

  function use(filter: Filter, moment: number): void {
    view = createRunView(trace, filter);
    queuesUsed = usedQueues(trace, view.shownTasks);
    walk.use(stepsOf(view), moment);
    firsts = firstSteps(walk.steps, view.items.length);
    listDrawn = false;
    frame.scroller.setAttribute('aria-valuemax', String(Math.max(1, walk.steps.length)));
    frame.note.textContent = noteOf(trace);
    frame.note.hidden = frame.note.textContent === '';
    redraw();
    drawMenus();
  }

  /** Lays the picture out anew: for another filter, another zoom, another width. */
  function redraw(): void {
    const metrics = measureText(frame.root);
    const contents = view.items.map((item) => boxContent(item, view));
    const measures = measure(view, contents, metrics);
    layout = layOut(view, measures, zoom.level(view, measures));
    drawLaneNames(frame.laneNames, layout);
    stage.draw({ view, layout, contents, metrics });
    overview.draw(view, layout);
    zoom.restore(layout, isWhole ? 0 : (walk.step?.item ?? 0));
    draw(false);
  }

  function draw(motion = !reducesMotion()): void {
    const { step } = walk;
    frame.picture.hidden = mode !== 'timeline';
    frame.list.hidden = mode !== 'list';
    if (mode === 'list' && !listDrawn) {
      list.draw(view);
      listDrawn = true;
    }
    drawToolbar();
    if (!step) {
      render(l10n.t('The filter hides every callback.'), frame.card);
      render(nothing, frame.panels);
      onSite?.(undefined);
      return;
    }
    if (isWhole) stage.show(-1, trace.end, false);
    else if (mode === 'list') list.show(step.item, motion);
    else stage.show(step.item, step.at, motion);
    showSight();
    tell(step);
    if (plain) return;
    const queues = history.at(step.at, view.shownTasks);
    const state = {
      ...{ view, step, queues, usedQueues: queuesUsed, codeLines },
      pairs: explanations.pairs,
    };
    render(stepView(state), frame.card);
    render(panelsView(state), frame.panels);
    onSite?.(stepWords(view, step).site);
    onMoment?.(step.at);
  }

  /** A slider's own value is read out already. */
  function tell(step: Step): void {
    const words = spokenStep(view, step, walk.steps.length);
    frame.scroller.setAttribute('aria-valuenow', String(step.index + 1));
    frame.scroller.setAttribute('aria-valuetext', words);
    frame.live.textContent = isWhole || document.activeElement === frame.scroller ? '' : words;
  }

  function drawToolbar(): void {
    const { at, steps, player } = walk;
    const { playing, speed } = player;
    render(
      toolbarView(
        { mode, step: at, steps: steps.length, playing, speed, isPlain: plain !== undefined },
        actions,
      ),
      frame.toolbar,
    );
  }

  function drawMenus(): void {
    const menu = { id: filterId, filter: view.filter, counts: laneCounts };
    render(
      [
        filterMenu({
          ...menu,
          shown: view.items.length,
          all: everything,
          onChange: (filter) => use(filter, walk.step?.at ?? 0),
        }),
        onExport ? saveMenu(saveId, (format) => onExport(exportOf(format))) : nothing,
      ],
      frame.menus,
    );
  }

  function showSight(): void {
    const { scrollLeft, clientWidth } = frame.scroller;
    const now = layout.boxes[walk.step?.item ?? 0]?.x ?? 0;
    overview.update({ x: scrollLeft, width: clientWidth }, now);
  }

  function goToBox(item: number): void {
    isWhole = false;
    walk.go(firsts[item] ?? walk.at);
  }

  function exportOf(format: TimelineExport['format']): TimelineExport {
    const text =
      format === 'svg'
        ? exportSvg(view, readPalette(frame.root))
        : exportMarkdown(recording, code, view);
    return { format, text };
  }

  use(showAll, moment);
  return {
    focus: () =>
      (mode === 'timeline' ? frame.scroller : frame.list.querySelector('button'))?.focus(),
    goTo: (moment) => walk.go(stepAt(walk.steps, moment)),
    dispose() {
      walk.player.stop();
      stage.dispose();
      overview.dispose();
      zoom.dispose();
      container.replaceChildren();
    },
  };
}

function countLanes({ items }: RunView): Map<Lane, number> {
  const counts = new Map<Lane, number>();
  for (const { lane } of items) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  return counts;
}

/** As much of the timeline as the window has room for, from its bar on; nothing moves when all is in view. */
function bringIntoView(root: HTMLElement): void {
  const { top, height, bottom } = root.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const block = height > innerHeight ? 'start' : 'nearest';
  root.scrollIntoView({ block, behavior: reducesMotion() ? 'instant' : 'smooth' });
}

/** The system's wish, or VS Code's own setting, which marks the body of a webview. */
function reducesMotion(): boolean {
  return (
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.body.classList.contains('vscode-reduce-motion')
  );
}
