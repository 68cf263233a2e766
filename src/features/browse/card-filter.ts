import * as vscode from 'vscode';
import type { FilterLabels } from './card-kind.ts';

/** A card passes when its grade, state and a mark are among these; an empty list lets all pass. */
export interface CardFilter {
  readonly grades: readonly string[];
  readonly states: readonly string[];
  readonly marks?: readonly string[];
}

/** The filter of one view, kept for the workspace. */
export interface StoredFilter {
  readonly value: CardFilter;
  readonly onDidChange: vscode.Event<void>;
  set(value: CardFilter): Promise<void>;
  dispose(): void;
}

export const noFilter: CardFilter = { grades: [], states: [] };

export function isFiltering({ grades, states, marks = [] }: CardFilter): boolean {
  return grades.length > 0 || states.length > 0 || marks.length > 0;
}

/** @param contextKey tells the menus and the welcome text whether the view is filtered */
export function createStoredFilter(
  memento: vscode.Memento,
  key: string,
  labels: FilterLabels,
  contextKey: string,
): StoredFilter {
  const changed = new vscode.EventEmitter<void>();
  let value = readFilter(memento.get(key), labels) ?? noFilter;
  const tell = (): Thenable<unknown> =>
    vscode.commands.executeCommand('setContext', contextKey, isFiltering(value));
  if (isFiltering(value)) void tell();
  return {
    get value() {
      return value;
    },
    onDidChange: changed.event,
    async set(next) {
      value = next;
      // First the key, so that an emptied view greets with the text about its filter.
      await tell();
      changed.fire();
      await memento.update(key, isFiltering(next) ? next : undefined);
    },
    dispose: () => changed.dispose(),
  };
}

/** What stands beside the view's title, e.g. `mid, senior · new`. */
export function describeFilter(
  { grades, states, marks = [] }: CardFilter,
  labels: FilterLabels,
): string {
  const words = (ids: readonly string[], known: ReadonlyMap<string, string>): string =>
    ids.map((id) => known.get(id) ?? id).join(', ');
  return [words(grades, labels.grades), words(states, labels.states), words(marks, labels.marks)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Reads what was stored, or the argument of a key binding; values that do not exist are dropped. */
export function readFilter(value: unknown, labels: FilterLabels): CardFilter | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { grades, states, marks } = value as Partial<Record<keyof CardFilter, unknown>>;
  if (![grades, states, marks].some(Array.isArray)) return undefined;
  const marked = known(marks, labels.marks);
  return {
    grades: known(grades, labels.grades),
    states: known(states, labels.states),
    ...(marked.length > 0 && { marks: marked }),
  };
}

function known(values: unknown, labels: ReadonlyMap<string, string>): string[] {
  const wanted: readonly unknown[] = Array.isArray(values) ? values : [];
  return [...labels.keys()].filter((id) => wanted.includes(id));
}
