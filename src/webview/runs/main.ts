import { html, nothing, render } from 'lit';
import './runs.css';
import type {
  News,
  PageRequest,
  RunsMemento,
  RunsPageData,
  RunsStatus,
} from '../../shared/runs.ts';
import { colorSource } from '../common/colored-source.ts';
import { connect } from '../common/connection.ts';
import { element } from '../common/element.ts';
import { pageData } from '../common/host.ts';
import { startAtTop } from '../common/start-at-top.ts';
import { actionsView } from './actions-view.ts';
import { everywhereView } from './everywhere-view.ts';
import { manyView } from './many-view.ts';
import type { PageContext } from './page.ts';
import { troubleView } from './trouble-view.ts';
import { verdictView } from './verdict-view.ts';

const data = pageData() as RunsPageData;
const { texts } = data;
const work = element('work');
const live = element('live');

const host = connect<News, PageRequest, RunsMemento>(data.page, (message) => {
  if (message.kind === 'status') show(message.status);
  else colorSource(message);
});
const stored = host.memento();
if (!stored) startAtTop();

let status: RunsStatus = stored?.status ?? data.status;
let count = data.count;
let failure: string | undefined;

for (const link of document.querySelectorAll('[data-action="openQuestion"]')) {
  link.addEventListener('click', () => ask({ kind: 'openQuestion' }));
}
draw();
host.ready();

function show(next: RunsStatus): void {
  // A message of an older series may come late.
  if (next.series < status.series) return;
  const isOver = status.kind === 'running' && next.kind !== 'running';
  status = next;
  failure = undefined;
  draw();
  if (isOver) live.textContent = outcome(next);
}

function outcome(over: RunsStatus): string {
  if (over.kind === 'finished') return over.report.words.title;
  return over.kind === 'notRun' ? texts.troubles[over.reason] : '';
}

function ask(request: PageRequest): void {
  host.ask(request, (message) => {
    failure = message;
    draw();
  });
}

function draw(): void {
  const page: PageContext = {
    texts,
    counts: data.counts,
    count,
    ask,
    choose(chosen) {
      count = chosen;
      draw();
    },
    start(mode) {
      ask(mode === 'many' ? { kind: 'start', mode, count } : { kind: 'start', mode });
    },
  };
  const focused = work.contains(document.activeElement);
  render(view(page), work);
  // The button that was pressed may be gone: what took its place is where to go on.
  if (focused && !work.contains(document.activeElement)) {
    work.querySelector<HTMLElement>(status.kind === 'running' ? '#cancel' : '#result')?.focus();
  }
  host.keep({ version: 2, page: data.page, source: data.source, status });
}

function view(page: PageContext): unknown {
  const report =
    status.kind === 'running' || status.kind === 'finished' ? status.report : undefined;
  return html`
    ${status.kind === 'notRun' ? troubleView(status, page) : verdictView(status, page)}
    ${report?.kind === 'many' ? manyView(report, page) : nothing}
    ${report?.kind === 'everywhere' ? everywhereView(report, page) : nothing}
    ${
      failure === undefined
        ? nothing
        : html`<p class="callout warning" role="alert">${texts.troubles.failed}: ${failure}</p>`
    }
    ${actionsView(status, page)}
  `;
}
