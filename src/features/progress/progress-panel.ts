import * as vscode from 'vscode';
import type { ProgressRequest } from '../../shared/progress.ts';
import { createPagePanel, type Page } from '../pages/page-panel.ts';
import type { Services } from '../services/services.ts';
import { panel as panelType } from '../settings/ids.ts';
import type { ProgressSession } from './progress-session.lazy.ts';

/** The one panel that shows progress. */
export interface ProgressPanel {
  show(): Promise<void>;
  dispose(): void;
}

type ProgressPage = Page<ProgressRequest>;

export function createProgressPanel(services: Services): ProgressPanel {
  let session: Promise<ProgressSession> | undefined;
  /** Something was reviewed since the page was rendered. */
  let outdated = false;
  let isActive = false;

  const load = (): Promise<ProgressSession> =>
    (session ??= import('./progress-session.lazy.ts').then(({ createProgressSession }) =>
      createProgressSession(services, () => void panel.refresh()),
    ));

  const page: ProgressPage = {
    key: 'progress',
    source: undefined,
    async contents() {
      outdated = false;
      return (await load()).contents();
    },
    async perform(request) {
      await (await load()).perform(request);
    },
  };
  const panel = createPagePanel<ProgressPage, ProgressRequest, never>(services, {
    viewType: panelType.progress,
    bundle: 'progress',
    restore: () => Promise.resolve(page),
    onActive(_, active) {
      // A page that is rendered tells that it is active, too.
      if (active && !isActive) void refreshIfOutdated();
      isActive = active;
    },
  });
  const listener = services.study.onDidChange(() => {
    outdated = true;
  });

  /** It is rendered anew when somebody looks at it again. */
  async function refreshIfOutdated(): Promise<void> {
    const current = await session;
    if (outdated || (await current?.isOutdated()) === true) await panel.refresh();
  }

  return {
    async show() {
      panel.reveal({ title: vscode.l10n.t('Progress') });
      await panel.show(page);
    },
    dispose() {
      listener.dispose();
      panel.dispose();
    },
  };
}
