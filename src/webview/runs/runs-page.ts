import * as l10n from '@vscode/l10n';
import { html, nothing, render } from 'lit';
import type {
  RunsMessage,
  RunsRequest,
  RunsMemento,
  RunsPageData,
  RunsStatus,
} from '../../shared/runs.ts';
import { keepColumnsInView } from '../common/columns.ts';
import { element } from '../common/element.ts';
import type { PageContext as Page, RunningPage } from '../page/start.ts';
import { actionsView } from './actions-view.ts';
import { everywhereView } from './everywhere-view.ts';
import { manyView } from './many-view.ts';
import type { PageContext } from './page.ts';
import { troubleTitle } from '../common/trouble-title.ts';
import { troubleView } from './trouble-view.ts';
import { verdictView } from './verdict-view.ts';

/** Brings the page of many runs to life: what the host says last is what is drawn. */
export function showRunsPage(
  { counts, ...data }: RunsPageData,
  { ask: request, kept, keep, announce, signal }: Page<RunsRequest, RunsMemento>,
): RunningPage<RunsMessage> {
  const work = element('work');
  let { status, count } = { ...data, ...(kept && { status: kept.status }) };

  let changed = false;

  for (const link of document.querySelectorAll('[data-action="openQuestion"]')) {
    link.addEventListener('click', () => ask({ kind: 'openQuestion' }));
  }
  draw();
  keepColumnsInView(element('columns'), signal);

  function ask(wish: RunsRequest): void {
    request(wish).catch(() => undefined);
  }

  function draw(): void {
    const page: PageContext = {
      counts,
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
    render(view(status, changed, page), work);
    // The button that was pressed may be gone: what took its place is where to go on.
    if (focused && !work.contains(document.activeElement)) {
      work.querySelector<HTMLElement>(status.kind === 'running' ? '#cancel' : '#result')?.focus();
    }
    keep({ version: 4, status });
  }

  function outcome(over: RunsStatus): string {
    if (over.kind === 'finished') return over.report.words.title;
    return over.kind === 'notRun' ? troubleTitle(over.reason) : '';
  }

  return {
    receive(message) {
      if (message.kind === 'changed') {
        ({ changed } = message);
        draw();
        return;
      }
      const { status: next } = message;
      // A message of an older series may come late.
      if (next.series < status.series) return;
      const isOver = status.kind === 'running' && next.kind !== 'running';
      status = next;
      draw();
      if (isOver) announce(outcome(next));
    },
  };
}

function view(status: RunsStatus, changed: boolean, page: PageContext): unknown {
  const isTold = status.kind === 'notRun' && status.reason === 'changed';
  const report =
    status.kind === 'running' || status.kind === 'finished' ? status.report : undefined;
  return html`
    ${
      changed && !isTold
        ? html`<p class="callout info notice" role="status">
            ${status.kind === 'running' ? l10n.t('The file has changed since this page was opened. These runs are of the older version.') : l10n.t('The file has changed since this page was opened. The buttons run the current version.')}
          </p>`
        : nothing
    }
    ${status.kind === 'notRun' ? troubleView(status, page) : verdictView(status)}
    ${report?.kind === 'many' ? manyView(report) : nothing}
    ${report?.kind === 'everywhere' ? everywhereView(report) : nothing} ${actionsView(status, page)}
  `;
}
