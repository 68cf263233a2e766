import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import { soon } from '../ui/pick-one.ts';
import type { Services } from '../services/services.ts';
import { asLogged } from '../ui/error-text.ts';
import { createPreview } from './preview-question.ts';
import { filterNames } from '../../bank/query.ts';
import type { SearchItem, SearchResult } from './search-items.ts';

/** Undefined when something else was typed meanwhile. */
type Find = (text: string) => Promise<SearchResult | undefined>;

export interface SearchPick {
  /** How to search from now on. */
  fill(by: Find): void;
  /** There is more to find. A selection that was moved is kept. */
  refresh(): void;
  /** Nothing more is to come: what was found before may not be all. */
  completed(): void;
  close(): void;
  onDidClose(listener: () => void): void;
}

/**
 * A quick pick of questions, which it previews, and snippets. It opens at once and is busy until it can search all;
 * what is typed meanwhile is not lost.
 * @param failed called when a search was not possible
 */
export function openSearchPick(
  { shownQuestion, log }: Services,
  query: string,
  failed: (error: unknown) => void,
): SearchPick {
  const title = vscode.l10n.t('Search Questions and Snippets');
  const pick = vscode.window.createQuickPick<SearchItem>();
  const preview = createPreview(shownQuestion, (error) => log.error(asLogged(error)));
  let findBy: Find | undefined;
  let updating: Promise<void> | undefined;
  let complete = false;
  let closed = false;
  let accepting = false;
  let accepted = false;
  let first: SearchItem | undefined;
  let shownFor: string | undefined;
  let moved = query !== '';

  const update = (): void => {
    if (!findBy || closed) return;
    const mine = find(findBy).finally(() => {
      if (updating === mine) updating = undefined;
    });
    updating = mine;
  };
  const find = async (by: Find): Promise<void> => {
    const text = pick.value;
    try {
      const found = await by(text);
      if (!found || text !== pick.value || by !== findBy) return;
      if (complete) pick.busy = false;
      show(found, text);
    } catch (error) {
      if (!closed && by === findBy) failed(error);
    }
  };
  /** A selection that was moved stays on its question when more is found. */
  const show = (found: SearchResult, text: string): void => {
    const { items, count } = found;
    [first] = items;
    if (closed) return;
    pick.title = pick.busy && count === 0 ? title : titleOf(found);
    const at = text === shownFor ? movedTo() : undefined;
    shownFor = text;
    if (idsOf(items) === idsOf(pick.items)) return;
    pick.items = items;
    const same = at && items.find((item) => idOf(item) === idOf(at));
    if (same) pick.activeItems = [same];
  };

  /** What is active may still be of the list before: VS Code tells of it later. */
  const movedTo = (): SearchItem | undefined => {
    const [active] = pick.activeItems;
    return active && pick.items.indexOf(active) > 0 ? active : undefined;
  };

  pick.title = title;
  pick.placeholder = vscode.l10n.t(
    'Words, and filters like level:senior topic:production is:new has:snippet',
  );
  pick.value = query;
  pick.busy = true;
  // Keeps the rank of the search; VS Code would sort by matches in the label. Where this is not
  // known it does nothing.
  Object.assign(pick, { sortByLabel: false });
  pick.onDidChangeValue(() => {
    moved = true;
    update();
  });
  pick.onDidChangeActive(([item]) => {
    // The first one is active before the user has done anything.
    if (item && (moved || item !== pick.items[0])) {
      moved = true;
      if (item.target.kind === 'question') preview.show(item.target.id);
    }
  });
  pick.onDidAccept(async () => {
    if (accepting) return;
    // Enter right after typing means the first hit for everything that was typed; any other row
    // was chosen as it is shown.
    const [chosen] = pick.selectedItems;
    const isFirst = !chosen || chosen === pick.items[0];
    if (isFirst && updating) {
      accepting = true;
      await updating;
    }
    accepting = false;
    const item = isFirst ? first : chosen;
    if (!item) {
      if (closed) void preview.undo();
      return;
    }
    const { target } = item;
    if (target.kind === 'filter') {
      if (closed) return;
      pick.value = target.query;
      update();
      return;
    }
    accepted = true;
    pick.hide();
    preview.end();
    const opens = target.kind === 'question' ? command.openQuestion : command.predictSnippet;
    void vscode.commands.executeCommand(opens, target.id);
  });
  const didClose = new vscode.EventEmitter<void>();
  const opened = performance.now();
  let mayReopen = true;
  pick.onDidHide(() => {
    // Nobody has seen it yet: a page took the focus back.
    if (mayReopen && !moved && !accepted && performance.now() - opened < soon) {
      mayReopen = false;
      pick.show();
      return;
    }
    closed = true;
    didClose.fire();
    didClose.dispose();
    pick.dispose();
    // Losing the focus while the last letters are looked up takes nothing of the choice back.
    if (!accepted && !accepting) void preview.undo();
  });
  pick.show();

  return {
    fill(by) {
      findBy = by;
      complete = false;
      pick.busy = true;
      update();
    },
    refresh() {
      if (!movedTo()) update();
    },
    completed() {
      complete = true;
      update();
    },
    close() {
      mayReopen = false;
      pick.hide();
    },
    onDidClose: (listener) => void didClose.event(listener),
  };
}

function titleOf({ items, count, unknown }: SearchResult): string {
  if (unknown?.meant !== undefined) {
    return vscode.l10n.t('Unknown filter "{0}". Select one of these:', unknown.typed);
  }
  if (unknown) {
    const names = filterNames.join(', ');
    return vscode.l10n.t('Unknown filter "{0}". Filters: {1}', unknown.typed, names);
  }
  const shown = items.length;
  if (count === 0) return vscode.l10n.t('Search: no questions or snippets match');
  if (shown < count) return vscode.l10n.t('Search: the first {0} of {1} results', shown, count);
  return count === 1
    ? vscode.l10n.t('Search: 1 result')
    : vscode.l10n.t('Search: {0} results', count);
}

function idOf({ target }: SearchItem): string {
  return target.kind === 'filter' ? target.query : `${target.kind}:${target.id}`;
}

const idsOf = (items: readonly SearchItem[]): string => items.map(idOf).join('\n');
