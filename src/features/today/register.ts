import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import type { Services } from '../services/services.ts';
import { command, context, view } from '../settings/ids.ts';
import { createDueBadge } from './due-badge.ts';
import type { TodayView } from './today-view.lazy.ts';

/** The view of what to do today, one button that does the next of it, and the walkthrough. */
export function registerToday(services: Services): void {
  const { progress, context: extension } = services;
  const changed = new vscode.EventEmitter<undefined>();
  const { load } = loadOnce<TodayView>(() =>
    import('./today-view.lazy.ts').then(({ createTodayView }) => {
      const created = createTodayView(services, treeView, changed);
      extension.subscriptions.push(created);
      return created;
    }),
  );
  const treeView = vscode.window.createTreeView<unknown>(view.today, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async () => [...(await (await load()).rows())],
      getTreeItem: async (row) => (await load()).item(row),
    },
  });

  extension.subscriptions.push(
    changed,
    treeView,
    createDueBadge(services, treeView),
    // A step of the walkthrough is done by whoever has predicted, right or wrong.
    progress.onDidChange((cards) => {
      if (cards.some((card) => card.startsWith('snippet:'))) {
        void vscode.commands.executeCommand('setContext', context.predicted, true);
      }
    }),
    vscode.commands.registerCommand(command.studyNow, async () => (await load()).studyNow()),
    vscode.commands.registerCommand(command.getStarted, () =>
      vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        `${extension.extension.id}#${walkthrough}`,
        false,
      ),
    ),
  );
}

/** As the manifest names it. */
const walkthrough = 'loopwise.start';
