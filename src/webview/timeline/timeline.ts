import { render } from 'lit';
import './timeline.css';
import type { Recording, Site, TimelineExport } from '../../shared/timeline.ts';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';
import { boxContent } from './box-content.ts';
import { exportMarkdown } from './export-markdown.ts';
import { exportSvg } from './export-svg.ts';
import { createFrame, drawLaneNames } from './frame.ts';
import { timelineKey } from './keys.ts';
import type { Lane } from './lanes.ts';
import { layOut, measure, type Layout } from './layout.ts';
import { createListView } from './list-view.ts';
import { measureText } from './measure-text.ts';
import { menuId } from './menu.ts';
import { filterMenu, saveMenu } from './menus.ts';
import { createOverview } from './overview.ts';
import { readPalette } from './palette.ts';
import { panelsView } from './panels.ts';
import { createPlayer } from './player.ts';
import { createQueueHistory, usedQueues } from './queues-at.ts';
import { createRunView, showAll, type Filter, type RunView } from './run-view.ts';
import { createStage } from './stage.ts';
import { spokenStep, stepWords } from './step-words.ts';
import { firstSteps, stepAt, stepOfNeighbour, stepsOf, type Step } from './steps.ts';
import { toolbarView, type Mode } from './toolbar.ts';
import { createZoom } from './zoom.ts';

export interface TimelineOptions {
  readonly recording: Recording;
  /** The snippet's text, for the lines that steps point at. */
  readonly code: string;
  readonly texts: TimelineTexts;
  /** The place in the source that the shown step is about; undefined when there is none. */
  readonly onSite: (site: Site | undefined) => void;
  readonly onExport: (timeline: TimelineExport) => void;
}

export interface TimelineHandle {
  /** Moves the keyboard's focus to the picture, or to the list. */
  focus(): void;
  dispose(): void;
}

/** Draws a recorded run into a container. */
export function createTimeline(container: HTMLElement, options: TimelineOptions): TimelineHandle {
  const { recording, code, texts, onSite, onExport } = options;
  const { trace, explanations } = recording;
  const codeLines = code.split('\n');
  const history = createQueueHistory(trace);
  const laneCounts = countLanes(createRunView(trace, { ...showAll, internal: true }));
  const everything = [...laneCounts.values()].reduce((sum, count) => sum + count, 0);
  const filterId = menuId();
  const saveId = menuId();

  const frame = createFrame(container, texts);
  const stage = createStage(frame.scroller, {
    texts,
    onChoose: (item) => go(firsts[item] ?? at),
    onScroll: () => showSight(),
  });
  const overview = createOverview(frame.overview, (x) =>
    stage.scrollTo(x - frame.scroller.clientWidth / 2),
  );
  const list = createListView(frame.list, texts, (item) => go(firsts[item] ?? at));
  const zoom = createZoom(frame.scroller, () => redraw());
  const player = createPlayer(() => advance(), drawToolbar);

  let mode: Mode = 'timeline';
  let view: RunView;
  let queuesUsed: ReturnType<typeof usedQueues>;
  let steps: readonly Step[];
  let firsts: readonly number[];
  let layout: Layout;
  let at = 0;
  let listDrawn = false;

  const actions = {
    go,
    togglePlay,
    setSpeed(speed: number) {
      player.speed = speed;
      drawToolbar();
    },
    setMode(next: Mode) {
      mode = next;
      draw(false);
      if (next === 'timeline') redraw();
    },
    zoom: (direction: 'in' | 'out' | 'fit') => zoom.change(direction),
  };

  const onKey = (event: KeyboardEvent): void => {
    const key = timelineKey(event);
    if (!key || steps.length === 0) return;
    event.preventDefault();
    if (key === 'play') togglePlay();
    else go({ ...places(), ...{ first: 0, last: steps.length - 1 } }[key]);
  };
  const places = () => ({
    previous: at - 1,
    next: at + 1,
    previousBox: stepOfNeighbour(steps, at, -1),
    nextBox: stepOfNeighbour(steps, at, 1),
  });
  frame.root.addEventListener('keydown', onKey);

  function use(filter: Filter, moment: number): void {
    view = createRunView(trace, filter);
    queuesUsed = usedQueues(trace, view.shownTasks);
    steps = stepsOf(view);
    firsts = firstSteps(steps, view.items.length);
    at = stepAt(steps, moment);
    listDrawn = false;
    frame.scroller.setAttribute('aria-valuemax', String(Math.max(1, steps.length)));
    frame.note.textContent = noteOf(view, texts);
    frame.note.hidden = frame.note.textContent === '';
    redraw();
    drawMenus();
  }

  /** Lays the picture out anew: for another filter, another zoom, another width. */
  function redraw(): void {
    const metrics = measureText(frame.root);
    const contents = view.items.map((item) => boxContent(item, view, texts));
    const measures = measure(view, contents, metrics);
    layout = layOut(view, measures, zoom.level(view, measures));
    drawLaneNames(frame.laneNames, layout, texts);
    stage.draw({ view, layout, contents, metrics });
    overview.draw(view, layout);
    zoom.restore(layout, steps[at]?.item ?? 0);
    draw(false);
  }

  function draw(motion = !reducesMotion()): void {
    const step = steps[at];
    frame.picture.hidden = mode !== 'timeline';
    frame.list.hidden = mode !== 'list';
    if (mode === 'list' && !listDrawn) {
      list.draw(view);
      listDrawn = true;
    }
    drawToolbar();
    if (!step) {
      render(texts.filteredOut, frame.panels);
      onSite(undefined);
      return;
    }
    if (mode === 'list') list.show(step.item, motion);
    else stage.show(step.item, step.at, motion);
    showSight();
    const queues = history.at(step.at, view.shownTasks);
    render(
      panelsView(
        { view, step, queues, usedQueues: queuesUsed, pairs: explanations.pairs, codeLines },
        texts,
      ),
      frame.panels,
    );
    tell(step);
    onSite(stepWords(view, step, texts).site);
  }

  /** A slider's own value is read out already. */
  function tell(step: Step): void {
    const words = spokenStep(view, step, steps.length, texts);
    frame.scroller.setAttribute('aria-valuenow', String(step.index + 1));
    frame.scroller.setAttribute('aria-valuetext', words);
    frame.live.textContent = document.activeElement === frame.scroller ? '' : words;
  }

  function drawToolbar(): void {
    const { playing, speed } = player;
    render(
      toolbarView({ mode, step: at, steps: steps.length, playing, speed }, actions, texts),
      frame.toolbar,
    );
  }

  function drawMenus(): void {
    const menu = { id: filterId, filter: view.filter, counts: laneCounts };
    render(
      [
        filterMenu(
          {
            ...menu,
            shown: view.items.length,
            all: everything,
            onChange: (filter) => use(filter, steps[at]?.at ?? 0),
          },
          texts,
        ),
        saveMenu(saveId, save, texts),
      ],
      frame.menus,
    );
  }

  function showSight(): void {
    const { scrollLeft, clientWidth } = frame.scroller;
    const now = layout.boxes[steps[at]?.item ?? 0]?.x ?? 0;
    overview.update({ x: scrollLeft, width: clientWidth }, now);
  }

  function go(step: number): void {
    player.stop();
    moveTo(step);
  }

  function moveTo(step: number): void {
    const next = Math.max(0, Math.min(steps.length - 1, step));
    if (next === at) return;
    at = next;
    draw();
  }

  function advance(): boolean {
    moveTo(at + 1);
    return at < steps.length - 1;
  }

  function togglePlay(): void {
    if (player.playing) {
      player.stop();
      return;
    }
    if (at >= steps.length - 1) moveTo(0);
    player.start();
  }

  function save(format: TimelineExport['format']): void {
    const text =
      format === 'svg'
        ? exportSvg(view, texts, readPalette(frame.root))
        : exportMarkdown(recording, code, view, texts);
    onExport({ format, text });
  }

  use(showAll, 0);
  return {
    focus: () =>
      (mode === 'timeline' ? frame.scroller : frame.list.querySelector('button'))?.focus(),
    dispose() {
      player.stop();
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

function noteOf({ trace }: RunView, texts: TimelineTexts): string {
  const notes = { worker: texts.untracedWorker, process: texts.untracedProcess };
  return trace.untraced.map((kind) => notes[kind]).join(' ');
}

/** The system's wish, or VS Code's own setting, which marks the body of a webview. */
function reducesMotion(): boolean {
  return (
    matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.body.classList.contains('vscode-reduce-motion')
  );
}
