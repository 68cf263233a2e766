import * as vscode from 'vscode';
import type { RunsMessage, RunsRequest, RunsPageData, RunsStatus } from '../../shared/runs.ts';
import type { BeginPage } from '../pages/code-panel.ts';
import { createCodePanel } from '../pages/code-panel.ts';
import type { Restorable } from '../pages/restore-panel.ts';
import { ownOf } from '../pages/stored-page.ts';
import { panel as panelId, setting } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { executable } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { watchProgram } from '../subject/watch-program.ts';
import { readMemento, restoredStatus } from './memento.ts';
import { pageBody } from './page-body.ts';
import { performRequest } from './perform-request.ts';
import { bounded, settingBounds } from '../settings/setting-bounds.ts';
import { settings } from '../settings/settings.ts';
import { createRunsSession } from './runs-session.ts';
import type { RunsSession, Series } from './runs-session.ts';
import { showProgress } from './window-progress.ts';
import { windowDependencies } from './window-dependencies.ts';

/** The one page that shows many runs, of one Node or of all. */
export interface RunsPanel extends Restorable {
  /** Shows a subject and starts a series; resolves with what came of it when it is over. */
  start(subject: Subject, series: Series): Promise<RunsStatus>;
  dispose(): void;
}

/** Faster than that, in milliseconds, nobody sees the bars grow. */
const postEveryMs = 80;

export function createRunsPanel(services: Services): RunsPanel {
  const panel = createCodePanel<RunsSession, RunsRequest, RunsMessage>(services, {
    viewType: panelId.runs,
    bundle: 'runs',
    opensBeside: isInEditor,
    greet(session, post) {
      post({ kind: 'status', status: session.status });
      void session.watch.isChanged().then((changed) => post({ kind: 'changed', changed }));
    },
    perform: (session, request) =>
      performRequest(session, request, (series) => runNewest(session, series)),
    restore(stored) {
      const memento = readMemento(ownOf(stored));
      return memento && begin(restoredStatus(memento.status), true);
    },
  });

  /** @param status what the page shows first, from a page that this one continues if it `goesOn` */
  function begin(status: RunsStatus, goesOn = false): BeginPage<RunsSession, RunsMessage> {
    return (subject, post) => {
      const watch = watchProgram(subject, services.work, (changed) =>
        post({ kind: 'changed', changed }),
      );
      const session = createRunsSession(
        subject,
        windowDependencies(services, watch, seldom(post)),
        status,
      );
      return {
        session,
        title: vscode.l10n.t('Runs: {0}', executable(subject).title),
        html: (code) => pageBody(subject, code),
        goesOn,
        data(): RunsPageData {
          const count = settings.runsCount();
          return { status: session.status, counts: offeredCounts(count), count };
        },
      };
    };
  }

  function start(subject: Subject, series: Series): Promise<RunsStatus> {
    const idle: RunsStatus = { kind: 'idle', series: 0, mode: series.mode };
    return run(panel.show(subject, begin(idle)), series);
  }

  /** The buttons of a page whose document has changed run the text that it has by now. */
  async function runNewest(session: RunsSession, series: Series): Promise<void> {
    if (!(await session.watch.isChanged())) {
      void run(session, series);
      return;
    }
    const read = await session.watch.read();
    if (read.kind === 'refused') throw new Error(read.message);
    void start(read.subject, series);
  }

  return {
    start,
    restore: panel.restore,
    dispose: () => panel.dispose(),
  };
}

function run(session: RunsSession, series: Series): Promise<RunsStatus> {
  const valid =
    series.mode === 'many'
      ? { ...series, count: bounded(series.count, settingBounds[setting.runsCount]) }
      : series;
  const over = session.start(valid);
  showProgress(executable(session.subject).title, over, () => session.status);
  return over;
}

/** Posts each change, but of the many in a second that only count on, a few. */
function seldom(post: (message: RunsMessage) => void): (status: RunsStatus) => void {
  let posted = 0;
  return (status) => {
    const now = performance.now();
    if (status.kind === 'running' && status.report && now - posted < postEveryMs) return;
    posted = now;
    post({ kind: 'status', status });
  };
}

/** An editor with the user's own code stays in sight beside the page. */
function isInEditor(subject: Subject): boolean {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  return (
    subject.kind === 'program' && subject.own && activeTab?.input instanceof vscode.TabInputText
  );
}

/** The counts that a page offers, the configured one among them. */
const offeredCounts = (count: number): number[] =>
  [...new Set([10, 50, 200, count])].sort((a, b) => a - b);
