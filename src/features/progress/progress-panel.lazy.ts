import * as vscode from 'vscode';
import type { ProgressRequest } from '../../shared/progress.ts';
import { createPagePanel, type Page } from '../pages/page-panel.ts';
import type { Restorable } from '../pages/restore-panel.ts';
import type { Services } from '../services/services.ts';
import { panel as panelType } from '../settings/ids.ts';
import { asLogged } from '../ui/error-text.ts';
import { createProgressSession } from './progress-session.ts';

/** The one panel that shows progress. */
export interface ProgressPanel extends Restorable {
  show(): Promise<void>;
  dispose(): void;
}

type ProgressPage = Page<ProgressRequest>;

export function createProgressPanel(services: Services): ProgressPanel {
  /** Something was reviewed since the page was rendered. */
  let outdated = false;
  let isActive = false;

  const session = createProgressSession(services, () => void panel.refresh());

  const page: ProgressPage = {
    key: 'progress',
    source: undefined,
    contents() {
      outdated = false;
      return session.contents();
    },
    perform: (request) => session.perform(request),
  };
  const panel = createPagePanel<ProgressPage, ProgressRequest, never>(services, {
    viewType: panelType.progress,
    bundle: 'progress',
    restore: () => Promise.resolve(page),
    onActive(_, active) {
      // A page that is rendered tells that it is active, too, also one that this refreshes.
      const isBack = active && !isActive;
      isActive = active;
      if (isBack) {
        refreshIfOutdated().catch((error: unknown) => services.log.error(asLogged(error)));
      }
    },
  });
  const listener = services.study.onDidChange(() => {
    outdated = true;
  });

  /** It is rendered anew when somebody looks at it again. */
  async function refreshIfOutdated(): Promise<void> {
    if (outdated || (await session.isOutdated())) await panel.refresh();
  }

  return {
    async show() {
      // It is about to be rendered, whatever has happened before.
      outdated = false;
      panel.reveal({ title: vscode.l10n.t('Progress') });
      await panel.show(page);
    },
    restore: panel.restore,
    dispose() {
      listener.dispose();
      panel.dispose();
    },
  };
}
