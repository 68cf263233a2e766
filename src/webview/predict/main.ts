import { html, nothing, render } from 'lit';
import './predict.css';
import type {
  News,
  PageRequest,
  PredictMemento,
  PredictPageData,
  RunRecord,
  RunStatus,
} from '../../shared/predict.ts';
import { connect } from '../common/connection.ts';
import { element } from '../common/element.ts';
import { pageData } from '../common/host.ts';
import { goTo, leavePlace, placeNow } from '../common/place.ts';
import { startAtTop } from '../common/start-at-top.ts';
import { announce } from './announce.ts';
import { createDragging } from './drag.ts';
import { listenToKeys } from './keyboard.ts';
import type { PageContext } from './page.ts';
import { predictionView } from './prediction-view.ts';
import { resultView } from './result-view.ts';
import { findSource } from './source.ts';
import type { Action } from './action.ts';
import { reduce } from './reduce.ts';
import { draftOf, initialState, predictionOf } from './state.ts';
import type { FocusTarget, PageState } from './state.ts';
import { whyOf } from './why-view.ts';
import { storableRecord } from './storable-record.ts';
import { createTimelinePart } from './timeline-part.ts';

const data = pageData() as PredictPageData;
const work = element('work');
const live = element('live');
const source = findSource(document);
const host = connect<News, PageRequest, PredictMemento>(data.page, (message) => {
  switch (message.kind) {
    case 'status':
      send({ kind: 'status', status: message.status });
      break;
    case 'recorded':
      take(message);
      break;
    case 'showTimeline':
      send({ kind: 'showTimeline' });
      break;
    case 'colored':
      source.color(message);
  }
});
const stored = host.memento();
let state = initialState(stored ? { ...data, draft: stored.draft, status: stored.status } : data);
/** What was in sight, until the page has all of it again. */
let before = (stored ?? data).view;
if (!before) startAtTop();
let view = before;
let keeping: ReturnType<typeof setTimeout> | undefined;

const timeline = createTimelinePart(element('timeline'), {
  code: () => source.text(),
  copyOf: (line) => source.copyOf(line),
  texts: data.timelineTexts,
  pageTexts: data.texts,
  step: before?.step,
  onStep: keepSoon,
  onRunAgain: () => page.run(),
  onSite: (site) => source.light(site?.line),
  onExport: (exported) => ask({ kind: 'saveTimeline', timeline: exported }),
});

const page: PageContext = {
  texts: data.texts,
  snippet: data.snippet,
  send,
  check() {
    const prediction = predictionOf(state);
    if (prediction) ask({ kind: 'predict', prediction });
    else send({ kind: 'refuseEmpty' });
  },
  run: () => ask({ kind: 'run' }),
  cancel: () => ask({ kind: 'cancel' }),
  nextUnsolved: () => ask({ kind: 'nextUnsolved' }),
  openQuestion: (question) => ask({ kind: 'openQuestion', ...(question && { question }) }),
  runManyTimes: () => ask({ kind: 'runManyTimes' }),
  runEverywhere: () => ask({ kind: 'runEverywhere' }),
  openSetting: (setting) => ask({ kind: 'openSetting', setting }),
  manageTrust: () => ask({ kind: 'manageTrust' }),
  showLine: (line) => source.show(line),
};
const dragging = createDragging(work, () => state, send);

listenToKeys(() => state, page);
for (const link of document.querySelectorAll('[data-action="openQuestion"]')) {
  link.addEventListener('click', () => page.openQuestion());
}
window.addEventListener('scroll', keepSoon, { passive: true });
draw();
host.ready();

/** The host sends the record, or that there is none, as soon as it hears of the page. */
function take({ recording, explained, questions }: RunRecord): void {
  const record = { questions, ...(recording && { recording }), ...(explained && { explained }) };
  send({ kind: 'record', record });
  if (before) goTo(before.at);
  before = undefined;
}

function send(action: Action): void {
  const last = state;
  state = reduce(state, action);
  if (state === last) return;
  draw();
  if (state.focus.turn !== last.focus.turn && state.focus.target) focus(state.focus.target);
}

function ask(request: PageRequest): void {
  host.ask(request, (message) => send({ kind: 'failed', message }));
}

function draw(): void {
  render(pageView(state), work);
  live.textContent = announce(state, page.texts);
  source.mark(state.status);
  timeline.show(state);
  dragging.refresh();
  keep();
}

function keepSoon(): void {
  clearTimeout(keeping);
  keeping = setTimeout(keep, 100);
}

function keep(): void {
  // Half of a page that is being put together again is no state to go on from.
  if (before) return;
  const { status, record } = state;
  const at = placeNow();
  if (at) view = { at, ...(timeline.step && { step: timeline.step }) };
  host.keep({
    version: 1,
    page: data.page,
    source: data.source,
    cards: data.snippet.cards,
    draft: draftOf(state),
    status,
    ...(record && status.kind === 'finished' && { record: storableRecord(record) }),
    ...(view && { view }),
  });
}

function pageView(current: PageState): unknown {
  const result = resultOf(current.status);
  return html`${result ? resultView(result, whyOf(current), page) : predictionView(current, page)}
  ${
    result && current.notice?.kind === 'failed'
      ? html`<p class="callout warning" role="alert">${current.notice.message}</p>`
      : nothing
  }`;
}

function resultOf(status: RunStatus) {
  if (status.kind !== 'finished' || status.outcome.kind === 'notRun') return undefined;
  return status.outcome;
}

function focus(target: FocusTarget): void {
  leavePlace();
  if ('element' in target && target.element === 'timeline') {
    timeline.focus();
    return;
  }
  const selector =
    'list' in target
      ? `[data-list="${target.list}"] .card[data-at="${target.at}"]`
      : target.element === 'first'
        ? '.card'
        : `#${target.element}`;
  work.querySelector<HTMLElement>(selector)?.focus();
}
