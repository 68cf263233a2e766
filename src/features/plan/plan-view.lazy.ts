import * as vscode from 'vscode';
import type { Item, Material } from '../../bank/material.ts';
import { numberOfDay } from '../../study/study-day.ts';
import { planNow, type PlanNow } from '../services/plan-now.ts';
import type { Services } from '../services/services.ts';
import { command, context } from '../settings/ids.ts';
import { asLogged } from '../ui/error-text.ts';
import { groupsOf, messageOf, type PlanGroup } from './plan-groups.ts';
import { linksOf, type PlanLink } from './plan-links.ts';

/** The rows of the view. */
export interface PlanView {
  children(node: unknown): Promise<readonly PlanNode[]>;
  item(node: unknown): vscode.TreeItem;
  parent(node: unknown): PlanNode | undefined;
  /** Opens the view at an item, or at what is next. */
  show(item: unknown): Promise<void>;
  dispose(): void;
}

export type PlanNode = DateNode | GroupNode | ItemNode | LinkNode;

/** How to turn weeks into days. */
interface DateNode {
  readonly kind: 'date';
}

interface GroupNode {
  readonly kind: 'group';
  readonly group: PlanGroup;
  readonly items: readonly ItemNode[];
}

interface ItemNode {
  readonly kind: 'item';
  readonly item: Item;
  readonly tickedAt: number | undefined;
  readonly isNext: boolean;
  readonly links: readonly LinkNode[];
  parent?: GroupNode;
}

interface LinkNode {
  readonly kind: 'link';
  readonly link: PlanLink;
  parent?: ItemNode;
}

type PlanServices = Pick<Services, 'bank' | 'material' | 'progress' | 'log'>;
type PlanTreeView = Pick<
  vscode.TreeView<unknown>,
  | 'visible'
  | 'message'
  | 'description'
  | 'reveal'
  | 'onDidChangeVisibility'
  | 'onDidChangeCheckboxState'
>;

export function createPlanView(
  services: PlanServices,
  view: PlanTreeView,
  changed: vscode.EventEmitter<undefined>,
): PlanView {
  const { bank, progress, log } = services;
  let roots: Promise<readonly PlanNode[]> | undefined;
  let shownDay = 0;

  /** Undefined where there is none, and when it can't be read, which is told. */
  async function readMaterial(): Promise<Material | undefined> {
    try {
      return await services.material.load();
    } catch (error) {
      roots = undefined;
      log.error(asLogged(error));
      view.description = '';
      view.message = vscode.l10n.t(
        "Couldn't read the study plan. Reinstall Loopwise to restore it; see the log for details.",
      );
      return undefined;
    }
  }

  async function read(): Promise<readonly PlanNode[]> {
    try {
      const [loaded, seen] = await Promise.all([bank.loadAll(), progress.load()]);
      void vscode.commands.executeCommand('setContext', context.bankBroken, false);
      const now = await planNow(await readMaterial(), progress);
      if (!now) return [];
      shownDay = now.today;
      view.message = messageOf(now) ?? '';
      const ticked = now.items.filter(({ id }) => now.ticks.tickedAt(id) !== undefined).length;
      view.description = vscode.l10n.t('{0} of {1} done', ticked, now.items.length);
      const groups = groupsOf(now).map((group) =>
        groupNode(group, now, (item) =>
          linksOf(item, { bank: loaded, material: now.material, progress: seen }),
        ),
      );
      return now.dated ? groups : [{ kind: 'date' }, ...groups];
    } catch (error) {
      // Whoever looks again may be luckier.
      roots = undefined;
      log.error(asLogged(error));
      void vscode.commands.executeCommand('setContext', context.bankBroken, true);
      return [];
    }
  }

  /** Read again when somebody looks. */
  function refresh(): void {
    roots = undefined;
    if (view.visible) changed.fire(undefined);
  }

  function refreshOnNewDay(): void {
    if (shownDay !== 0 && shownDay !== numberOfDay(Date.now())) refresh();
  }

  const load = (): Promise<readonly PlanNode[]> => (roots ??= read());

  const listeners = vscode.Disposable.from(
    progress.onDidChange(refresh),
    bank.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('loopwise.study')) refresh();
    }),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) refreshOnNewDay();
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) return;
      refreshOnNewDay();
      if (!roots) changed.fire(undefined);
    }),
    view.onDidChangeCheckboxState(({ items }) => {
      for (const [node, state] of items) {
        const { kind, ...rest } = node as PlanNode;
        if (kind !== 'item') continue;
        const on = state === vscode.TreeItemCheckboxState.Checked;
        void progress.record(`plan:${(rest as ItemNode).item.id}`, { kind: 'planTicked', on });
      }
    }),
  );

  return {
    async children(node) {
      const parent = node as PlanNode | undefined;
      if (!parent) return load();
      if (parent.kind === 'group') return parent.items;
      return parent.kind === 'item' ? parent.links : [];
    },
    item: (node) => itemOf(node as PlanNode),
    parent(node) {
      const child = node as PlanNode;
      return child.kind === 'item' || child.kind === 'link' ? child.parent : undefined;
    },
    async show(item) {
      const groups = (await load()).filter((node) => node.kind === 'group');
      const items = groups.flatMap((group) => group.items);
      const wanted = items.find((one) => one.item.id === item) ?? items.find((one) => one.isNext);
      const shown = wanted ?? groups[0];
      if (shown) await view.reveal(shown, { select: true, focus: true, expand: true });
    },
    dispose: () => void listeners.dispose(),
  };
}

function groupNode(
  group: PlanGroup,
  { ticks, next }: PlanNow,
  links: (item: Item) => readonly PlanLink[],
): GroupNode {
  const items = group.items.map((item): ItemNode => {
    const ofItem = links(item).map((link): LinkNode => ({ kind: 'link', link }));
    const node: ItemNode = {
      ...{ kind: 'item', item, links: ofItem },
      ...{ tickedAt: ticks.tickedAt(item.id), isNext: item === next },
    };
    for (const link of ofItem) link.parent = node;
    return node;
  });
  const node: GroupNode = { kind: 'group', group, items };
  for (const item of items) item.parent = node;
  return node;
}

function itemOf(node: PlanNode): vscode.TreeItem {
  switch (node.kind) {
    case 'date':
      return dateItem();
    case 'group':
      return groupItem(node);
    case 'item':
      return planItem(node);
    case 'link':
      return linkItem(node);
  }
}

function dateItem(): vscode.TreeItem {
  const label = vscode.l10n.t('Set Interview Date…');
  const item = new vscode.TreeItem(label);
  item.id = 'date';
  item.description = vscode.l10n.t('plans each day');
  item.iconPath = new vscode.ThemeIcon('calendar');
  item.command = { command: command.setInterviewDate, title: label };
  return item;
}

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

function groupItem({ group, items }: GroupNode): vscode.TreeItem {
  const { id, label, about, tooltip, isOpen } = group;
  const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
  const ticked = items.filter(({ tickedAt }) => tickedAt !== undefined).length;
  item.id = id;
  item.description = [`${ticked}/${items.length}`, ...(about === '' ? [] : [about])].join(' · ');
  item.tooltip = [[label, ...(about === '' ? [] : [about])].join(': '), tooltip].join('\n').trim();
  const count = vscode.l10n.t('{0} of {1} done', ticked, items.length);
  item.accessibilityInformation = { label: [label, about, count].filter(Boolean).join(', ') };
  item.contextValue = 'group';
  return item;
}

function planItem({ item: { id, text, minutes }, tickedAt, isNext, links }: ItemNode) {
  const item = new vscode.TreeItem(text, links.length > 0 ? Collapsed : None);
  const length = vscode.l10n.t('about {0} min', minutes);
  item.id = id;
  item.tooltip = `${text}\n${length}`;
  item.contextValue = 'item';
  item.accessibilityInformation = {
    label: isNext
      ? vscode.l10n.t('{0}, {1}. Do this next.', text, length)
      : vscode.l10n.t('{0}, {1}', text, length),
  };
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  const isTicked = tickedAt !== undefined;
  item.checkboxState = {
    state: isTicked ? Checked : Unchecked,
    tooltip: isTicked ? vscode.l10n.t('Mark as Not Done') : vscode.l10n.t('Mark as Done'),
    // Without it, the box has no name of its own.
    accessibilityInformation: { label: text },
  };
  return item;
}

function linkItem({ link, parent }: LinkNode): vscode.TreeItem {
  const item = new vscode.TreeItem(link.label);
  item.id = `${parent?.item.id ?? ''}/${link.id}`;
  if (link.description !== undefined) item.description = link.description;
  item.iconPath = link.icon;
  item.tooltip = link.said;
  item.accessibilityInformation = { label: link.said };
  item.command = { command: link.command, title: link.label, arguments: [link.argument] };
  return item;
}
