import * as l10n from '@vscode/l10n';
import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import type {
  PredictMessage,
  PredictRequest,
  PredictMemento,
  PredictPageData,
  RunRecord,
  RunStatus,
} from '../../shared/predict.ts';
import { keepColumnsInView } from '../common/columns.ts';
import { element } from '../common/element.ts';
import { stopRestoring } from '../page/scroll.ts';
import type { PageContext as Page, RunningPage } from '../page/start.ts';
import type { Action } from './action.ts';
import { announce } from './announce.ts';
import { changedView } from './changed-view.ts';
import { createCodePeek } from './code-peek.ts';
import { createDragging } from '../ordering/drag.ts';
import { listenToKeys } from './keyboard.ts';
import type { PageContext } from './page.ts';
import { predictionView } from './prediction-view.ts';
import { reduce } from './reduce.ts';
import { resultView } from './result-view.ts';
import { findSource } from './source.ts';
import { draftOf, initialState, nextAttempt, predictionOf, shownStatus } from './state.ts';
import type { FocusTarget, PageState } from './state.ts';
import { storableRecord } from './storable-record.ts';
import { createTimelinePart } from './timeline-part.ts';
import { whyOf } from './why-view.ts';

/** Brings the page of a snippet to life; its state is one value, and what is drawn follows from it. */
export function showPredictPage(
  data: PredictPageData,
  {
    ask: request,
    kept,
    keep: keepOwn,
    announce: say,
    signal,
  }: Page<PredictRequest, PredictMemento>,
): RunningPage<PredictMessage> {
  const work = element('work');
  const source = findSource(document);
  const sections = {
    source: element('columns').querySelector<HTMLElement>('section.source') ?? work,
    ...{ work, peek: element('code-peek') },
  };
  const peek = createCodePeek(sections, signal);
  let state = initialState(kept ? { ...data, draft: kept.draft, status: kept.status } : data, kept);
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let hasAll: () => void = () => undefined;
  /** The host sends the record, or that there is none, as soon as the page is in place. */
  const whole = new Promise<void>((resolve) => (hasAll = resolve));

  const timeline = createTimelinePart(element('timeline'), {
    code: () => source.text(),
    copyOf: (line) => source.copyOf(line),
    step: kept?.step,
    onStep: keepSoon,
    onRunAgain: () => page.run(),
    onSite: (site) => source.light(site?.line),
    onExport: (exported) => ask({ kind: 'saveTimeline', timeline: exported }),
  });

  const page: PageContext = {
    snippet: data.snippet,
    send,
    check() {
      if (data.snippet.unfit) return;
      const prediction = predictionOf(state);
      if (prediction) ask({ kind: 'predict', prediction, attempt: nextAttempt(state) });
      else send({ kind: 'refuseEmpty' });
    },
    run: () => (state.changed ? page.refresh(true) : ask({ kind: 'run' })),
    refresh: (run) => ask({ kind: 'refresh', run, typed: state.typed }),
    cancel: () => ask({ kind: 'cancel' }),
    type: (run, text) => ask({ kind: 'input', run, text }),
    endInput: (run) => ask({ kind: 'endInput', run }),
    nextUnsolved: () => ask({ kind: 'nextUnsolved' }),
    openQuestion: (question) => ask({ kind: 'openQuestion', ...(question && { question }) }),
    runManyTimes: () => ask({ kind: 'runManyTimes' }),
    runEverywhere: () => ask({ kind: 'runEverywhere' }),
    anotherLikeThis: () => ask({ kind: 'anotherLikeThis' }),
    openSetting: (setting) => ask({ kind: 'openSetting', setting }),
    manageTrust: () => ask({ kind: 'manageTrust' }),
    showLine: (line) => source.show(line),
  };
  const dragging = createDragging(work, () => state, send, signal);

  listenToKeys(() => state, page, signal);
  for (const link of document.querySelectorAll('[data-action="openQuestion"]')) {
    link.addEventListener('click', () => page.openQuestion());
  }
  signal.addEventListener('abort', () => {
    clearTimeout(keeping);
    timeline.dispose();
    document.body.classList.remove('with-timeline');
  });
  draw();
  keepColumnsInView(element('columns'), signal);

  function send(action: Action): void {
    const last = state;
    state = reduce(state, action);
    if (state === last) return;
    draw();
    if (state.focus.turn !== last.focus.turn && state.focus.target) focus(state.focus.target);
  }

  function ask(wish: PredictRequest): void {
    request(wish).catch(() => undefined);
  }

  function draw(): void {
    render(pageView(state, page), work);
    say(announce(state));
    source.mark(shownStatus(state));
    timeline.show(state);
    dragging.refresh();
    keep();
  }

  /** Steps may follow each other as quickly as pictures, and what is kept may be long. */
  function keepSoon(): void {
    clearTimeout(keeping);
    keeping = setTimeout(keep, 100);
  }

  function keep(): void {
    const { status, record, tries, withheld } = state;
    const { step } = timeline;
    keepOwn({
      version: 2,
      cards: data.snippet.cards,
      draft: draftOf(state),
      status,
      ...(record && status.kind === 'finished' && { record: storableRecord(record) }),
      ...(step && { step }),
      tries,
      ...(withheld && { withheld }),
    });
  }

  function focus(target: FocusTarget): void {
    stopRestoring();
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
    const focused = work.querySelector<HTMLElement>(selector);
    focused?.focus();
    // The heading has the focus; what it is about, and what can be done then, is to be in sight with it.
    if (selector !== '#result') return;
    focused
      ?.closest('.notice, .verdict')
      ?.scrollIntoView({ behavior: 'instant', block: 'nearest' });
    focused?.scrollIntoView({ behavior: 'instant', block: 'nearest' });
  }

  return {
    whole,
    colored() {
      source.colored();
      peek.refresh();
    },
    receive(message) {
      switch (message.kind) {
        case 'status':
          send({ kind: 'status', status: message.status });
          return;
        case 'recorded':
          send({ kind: 'record', record: recordOf(message) });
          hasAll();
          return;
        case 'changed':
        case 'typing':
          send(message);
          return;
        case 'showTimeline':
          send({ kind: 'showTimeline' });
          if (message.moment !== undefined) timeline.goTo(message.moment);
      }
    },
  };
}

function recordOf({ recording, explained, questions }: RunRecord): RunRecord {
  return { questions, ...(recording && { recording }), ...(explained && { explained }) };
}

function pageView(state: PageState, page: PageContext): unknown {
  if (page.snippet.unfit)
    return html`${changedView(state, page)}${state.changed ? nothing : unfitHint()}`;
  const result = resultOf(shownStatus(state));
  return html`${changedView(state, page)}
  ${result ? resultView(result, whyOf(state), page, state.tries) : predictionView(state, page)}`;
}

const unfitHint = (): TemplateResult =>
  html`<p class="keys">
    ${l10n.t('There is nothing to predict until this code can run. When you change it, this page offers to run the current version.')}
  </p>`;

function resultOf(status: RunStatus) {
  if (status.kind !== 'finished' || status.outcome.kind === 'notRun') return undefined;
  return status.outcome;
}
