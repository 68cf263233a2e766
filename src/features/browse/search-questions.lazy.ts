import * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import type { SearchIndex } from './search-items.ts';
import { searchItems } from './search-items.ts';
import type { SearchPick } from './search-pick.ts';
import { openSearchPick } from './search-pick.ts';
import { createSearchThread } from '../services/search-thread.ts';
import { asLogged } from '../ui/error-text.ts';

/** How long an index is kept that nobody searches, in milliseconds. */
const idleTime = 5 * 60_000;

/** The search over questions and snippets, with the index that it keeps for a while. */
export interface Search {
  /** @param query what to search for at first, e.g. from a key binding */
  open(query: unknown): Promise<void>;
  dispose(): void;
}

export function createSearch(services: Services): Search {
  let index: SearchIndex | undefined;
  let open: SearchPick | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const dropIndex = (): void => {
    clearTimeout(idle);
    index?.search.dispose();
    index = undefined;
  };
  const load = async (): Promise<SearchIndex> => {
    const [bank, progress] = await Promise.all([services.bank.load(), services.progress.load()]);
    if (index?.bank !== bank) {
      dropIndex();
      const { extensionUri } = services.context;
      const script = vscode.Uri.joinPath(extensionUri, 'dist/lazy/search.worker.js').fsPath;
      const search = createSearchThread(
        script,
        bank,
        (id) => progress.note(id),
        () => open?.refresh(),
      );
      index = { bank, progress, isDue: (card) => services.due.isDue(card), search };
    }
    index.search.readNotes();
    return index;
  };
  return {
    async open(query) {
      clearTimeout(idle);
      const failed = (error: unknown): void => {
        pick.close();
        dropIndex();
        void tellBroken(services, error);
      };
      const fill = async (): Promise<void> => {
        try {
          const loaded = await load();
          pick.fill((text) => searchItems(text, loaded));
          await loaded.search.complete;
          // When packs come after that, the pick is filled again.
          await services.bank.loadAll();
          if (loaded === index) pick.completed();
        } catch (error) {
          failed(error);
        }
      };
      const pick = openSearchPick(services, typeof query === 'string' ? query : '', failed);
      open = pick;
      const packs = vscode.Disposable.from(
        services.bank.onDidChange(() => void fill()),
        services.due.onDidChange(() => pick.refresh()),
      );
      pick.onDidClose(() => {
        packs.dispose();
        if (open === pick) open = undefined;
        clearTimeout(idle);
        idle = setTimeout(dropIndex, idleTime);
        idle.unref();
      });
      await fill();
    },
    dispose: dropIndex,
  };
}

async function tellBroken({ log }: Services, error: unknown): Promise<void> {
  log.error(asLogged(error));
  const showLog = vscode.l10n.t('Show Log');
  const message = vscode.l10n.t("Couldn't search the questions. See the log for details.");
  const choice = await vscode.window.showErrorMessage(message, showLog);
  if (choice === showLog) log.show();
}
