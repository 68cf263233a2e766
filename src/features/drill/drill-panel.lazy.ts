import * as vscode from 'vscode';
import type { DrillRequest } from '../../shared/drill.ts';
import { createPagePanel, type Page } from '../pages/page-panel.ts';
import type { Restorable } from '../pages/restore-panel.ts';
import type { Services } from '../services/services.ts';
import { panel as panelType } from '../settings/ids.ts';
import { createDrillSession, type DrillSession } from './drill-session.ts';
import type { DrillStart } from './read-drill-argument.lazy.ts';

/** The one panel of the drill. */
export interface DrillPanel extends Restorable {
  /** Starts a drill; what was answered before is in the log. */
  start(start: DrillStart): Promise<void>;
  dispose(): void;
}

interface DrillPage extends Page<DrillRequest> {
  readonly session: DrillSession;
}

/** Where a drill that is not finished is kept. */
const storedKey = 'drill.unfinished';

export function createDrillPanel(services: Services): DrillPanel {
  const { workspaceState } = services.context;
  let session: DrillSession | undefined;

  const panel = createPagePanel<DrillPage, DrillRequest, never>(services, {
    viewType: panelType.drill,
    bundle: 'drill',
    async restore() {
      return pageOf(await begin({ level: 'adaptive' }, workspaceState.get(storedKey)));
    },
    onClose() {
      session?.dispose();
      session = undefined;
      void workspaceState.update(storedKey, undefined);
    },
  });

  async function begin(start: DrillStart, stored: unknown): Promise<DrillSession> {
    const begun = await createDrillSession(services, start, stored, async (how) => {
      await workspaceState.update(storedKey, begun.stored);
      if (session === begun && !how?.isShown) await panel.show(pageOf(begun));
    });
    session?.dispose();
    session = begun;
    return begun;
  }

  return {
    async start(start) {
      panel.reveal({ title: vscode.l10n.t('Drill') });
      const begun = await begin(start, undefined);
      await panel.show(pageOf(begun));
      await workspaceState.update(storedKey, begun.stored);
    },
    restore: panel.restore,
    dispose() {
      session?.dispose();
      panel.dispose();
    },
  };
}

const pageOf = (session: DrillSession): DrillPage => ({
  session,
  get key() {
    return session.key;
  },
  source: undefined,
  contents: () => session.contents(),
  perform: (request) => session.perform(request),
});
