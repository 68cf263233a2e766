import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import type { Services } from '../services/services.ts';
import { command, view } from '../settings/ids.ts';
import type { PlanView } from './plan-view.lazy.ts';

/** The plan of study: its weeks, or its days once there is an interview date, with boxes to tick. */
export function registerPlan(services: Services): void {
  const { subscriptions } = services.context;
  const changed = new vscode.EventEmitter<undefined>();
  const { load } = loadOnce<PlanView>(() =>
    import('./plan-view.lazy.ts').then(({ createPlanView }) => {
      const created = createPlanView(services, treeView, changed);
      subscriptions.push(created);
      return created;
    }),
  );
  const treeView = vscode.window.createTreeView<unknown>(view.plan, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node) => [...(await (await load()).children(node))],
      getTreeItem: async (node) => (await load()).item(node),
      getParent: async (node) => (await load()).parent(node),
    },
    // Only items have boxes: a week is done when its items are.
    manageCheckboxStateManually: true,
    showCollapseAll: true,
  });
  subscriptions.push(
    changed,
    treeView,
    vscode.commands.registerCommand(command.showPlan, async (item: unknown) =>
      (await load()).show(item),
    ),
  );
}
