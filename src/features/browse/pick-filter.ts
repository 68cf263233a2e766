import * as vscode from 'vscode';
import type { CardFilter } from './card-filter.ts';
import type { FilterLabels } from './card-kind.ts';

interface FilterItem extends vscode.QuickPickItem {
  readonly part?: keyof CardFilter;
  readonly value?: string;
}

/** Asks for a filter; undefined when the user leaves without an answer. */
export async function pickFilter(
  current: CardFilter,
  labels: FilterLabels,
): Promise<CardFilter | undefined> {
  const items = [
    ...section(labels.grade, 'grades', labels.grades, current),
    ...section(vscode.l10n.t('State'), 'states', labels.states, current),
    ...section(labels.mark, 'marks', labels.marks, current),
  ];
  const picked = await vscode.window.showQuickPick<FilterItem>(items, {
    canPickMany: true,
    title: labels.title,
    placeHolder: vscode.l10n.t(
      'Select what to show. A group with nothing selected shows everything.',
    ),
  });
  if (!picked) return undefined;
  const chosen = (wanted: keyof CardFilter): string[] =>
    picked.flatMap(({ part, value }) => (part === wanted && value !== undefined ? [value] : []));
  return { grades: chosen('grades'), states: chosen('states'), marks: chosen('marks') };
}

function section(
  title: string,
  part: keyof CardFilter,
  labels: ReadonlyMap<string, string>,
  current: CardFilter,
): FilterItem[] {
  if (labels.size === 0) return [];
  return [
    { label: title, kind: vscode.QuickPickItemKind.Separator },
    ...[...labels].map(([value, label]) => ({
      label,
      part,
      value,
      picked: current[part]?.includes(value) === true,
    })),
  ];
}
