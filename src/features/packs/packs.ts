import * as vscode from 'vscode';
import type { Mistake } from '../../bank/mistake.ts';
import type { Bank } from '../../bank/model.ts';
import type { ReadPack } from '../../bank/pack-folder.ts';
import { createLatest } from '../../collections/latest.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import { setting } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { findPackRoots } from './pack-roots.ts';
import type { PackRoot } from './pack-roots.ts';
import { createPackWorker } from './pack-worker.ts';
import type { PackWorker } from './pack-worker.ts';

/** The packs of this window. */
export interface Packs {
  /** Those found at the last look. */
  readonly roots: readonly PackRoot[];
  /** Looks for packs and reads them, unless nothing asks for them yet. Resolves when done. */
  refresh(): Promise<void>;
  /** The pack that a file belongs to. */
  rootOf(file: vscode.Uri): PackRoot | undefined;
  /** Mistakes of a pack as the editor holds it now. */
  check(root: PackRoot): Promise<readonly Mistake[]>;
  /** Fires after packs were read, with all their mistakes. */
  readonly onDidRead: vscode.Event<readonly ReadRoot[]>;
  dispose(): void;
}

export interface ReadRoot {
  readonly root: PackRoot;
  readonly mistakes: readonly Mistake[];
}

const files = '**/*.{md,yml,cjs,mjs,svg}';

/** Packs that are read within so many milliseconds of each other are shown together. */
const together = 300;

/** Nothing is looked for before the bank is first asked for. */
export function createPacks({ bank, context, log }: Services): Packs {
  const read = new vscode.EventEmitter<readonly ReadRoot[]>();
  const known = new Map<string, ReadPack>();
  let roots: readonly PackRoot[] = [];
  let watchers: ReadonlyMap<string, vscode.Disposable> = new Map();
  const workers = new Map<string, Promise<PackWorker>>();
  let active = false;
  const told = new Set<string>();

  const startWorker = async (): Promise<PackWorker> => {
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist/lazy/packs.worker.js').fsPath;
    const { bank: all } = await bank.load();
    const own = all.questions.filter((question) => question.pack === undefined);
    return createPackWorker(script, { ownQuestions: own.map(({ id }) => id) });
  };
  /** Each pack has a thread of its own, so that none waits for another. */
  const workerOf = (folder: string): Promise<PackWorker> => {
    const worker = workers.get(folder) ?? startWorker();
    workers.set(folder, worker);
    worker.catch(() => workers.delete(folder));
    return worker;
  };

  const readOne = async (root: PackRoot): Promise<ReadPack> => {
    const folder = slashed(root.folder);
    try {
      const reader = await workerOf(folder);
      const pack = await reader.read(folder, new Map());
      known.set(folder, pack);
      return pack;
    } catch (error) {
      log.error(`The pack in ${folder} could not be read: ${errorText(error)}`);
      tellUnread(root, error);
      // What was there before stays until it can be read again.
      const { pack, bank: before } = known.get(folder) ?? {};
      const message = `The pack cannot be read: ${errorText(error)}`;
      const advice = 'Its questions are missing or older than its files until it can be.';
      const mistakes = [{ file: `${folder}/pack.yml`, line: 1, message, advice }];
      return { ...(pack && { pack }), ...(before && { bank: before }), mistakes };
    }
  };

  const look = async (): Promise<void> => {
    const found = await findPackRoots();
    watch(found.roots);
    roots = found.roots;
    tellMissing(found.missing);
    for (const [folder, worker] of workers) {
      if (roots.some((root) => slashed(root.folder) === folder)) continue;
      workers.delete(folder);
      void worker.then((one) => one.dispose());
    }
    const packs = roots.map((root): ReadPack => known.get(slashed(root.folder)) ?? { mistakes: [] });
    const show = (): void => bank.setPacks(withoutTwins(roots, packs).banks);
    let shown = false;
    let left = roots.length;
    await Promise.all(
      roots.map(async (root, index) => {
        packs[index] = await readOne(root);
        left -= 1;
        // Those that are read are not kept back by a slow one; most are read together.
        if (left > 0 && !shown) {
          shown = true;
          setTimeout(() => {
            shown = false;
            if (left > 0) show();
          }, together);
        }
      }),
    );
    const { banks, results } = withoutTwins(roots, packs);
    bank.setPacks(banks);
    for (const { pack, mistakes } of packs) {
      log.info(`Pack ${pack?.id ?? '(unnamed)'}: ${mistakes.length} mistakes`);
    }
    read.fire(results);
  };

  const looks = createLatest(look, (error) => {
    log.error(asLogged(error));
    // Whoever waits for packs must get an answer.
    if (roots.length === 0) bank.setPacks([]);
  });
  const refresh = async (): Promise<void> => {
    if (active) await looks.ask();
  };

  const soon = debounced(() => void refresh(), 300);

  /** Changes of packs that are read, and packs that come. A watcher that is made anew misses some. */
  function watch(found: readonly PackRoot[]): void {
    const editable = found.filter(({ from }) => from !== 'extension');
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(
      ({ uri }) => uri.scheme === 'file' && vscode.workspace.isTrusted,
    );
    const wanted = [
      ...editable.map(({ folder }) => new vscode.RelativePattern(folder, files)),
      ...folders.map((folder) => new vscode.RelativePattern(folder, '{pack.yml,.loopwise/**}')),
    ];
    const before = watchers;
    watchers = new Map(
      wanted.map((pattern) => {
        const key = `${pattern.baseUri.toString()} ${pattern.pattern}`;
        return [key, before.get(key) ?? watcherOf(pattern)];
      }),
    );
    for (const [key, watcher] of before) if (!watchers.has(key)) watcher.dispose();
  }

  function watcherOf(pattern: vscode.RelativePattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const listeners = [
      watcher.onDidChange(soon.call),
      watcher.onDidCreate(soon.call),
      watcher.onDidDelete(soon.call),
    ];
    return vscode.Disposable.from(watcher, ...listeners);
  }

  function tellUnread({ folder }: PackRoot, error: unknown): void {
    if (told.has(folder.fsPath)) return;
    told.add(folder.fsPath);
    const message = vscode.l10n.t(
      "Loopwise can't read the pack in {0}: {1} Undo its last change, or save one of its files to try again.",
      folder.fsPath,
      errorText(error),
    );
    const showLog = vscode.l10n.t('Show Log');
    void vscode.window.showWarningMessage(message, showLog).then((chosen) => {
      if (chosen === showLog) log.show();
    });
  }

  function tellMissing(missing: readonly string[]): void {
    for (const path of missing) {
      if (told.has(path)) continue;
      told.add(path);
      const change = vscode.l10n.t('Change Setting');
      const message = vscode.l10n.t(
        'Loopwise found no pack in {0}. Enter the absolute path of a folder that contains a file pack.yml.',
        path,
      );
      void vscode.window.showWarningMessage(message, change).then((chosen) => {
        if (chosen !== change) return;
        const query = `@id:loopwise.${setting.packFolders}`;
        void vscode.commands.executeCommand('workbench.action.openSettings', query);
      });
    }
  }

  const listeners = vscode.Disposable.from(
    read,
    bank.onFirstLoad(() => {
      active = true;
      void refresh();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void refresh()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void refresh()),
    vscode.extensions.onDidChange(() => void refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`loopwise.${setting.packFolders}`)) return;
      told.clear();
      void refresh();
    }),
  );

  return {
    get roots() {
      return roots;
    },
    refresh: () => {
      active = true;
      return refresh();
    },
    rootOf(file) {
      const path = slashed(file);
      const around = roots.filter(({ folder }) => path.startsWith(`${slashed(folder)}/`));
      return around.sort((a, b) => b.folder.path.length - a.folder.path.length)[0];
    },
    async check(root) {
      const folder = slashed(root.folder);
      return (await workerOf(folder)).check(folder, unsavedTexts(`${folder}/`));
    },
    onDidRead: read.event,
    dispose() {
      soon.cancel();
      listeners.dispose();
      for (const watcher of watchers.values()) watcher.dispose();
      for (const worker of workers.values()) void worker.then((one) => one.dispose());
    },
  };
}

/** The first of several packs with the same id counts; the others are reported as mistakes. */
function withoutTwins(
  roots: readonly PackRoot[],
  packs: readonly ReadPack[],
): { readonly banks: readonly Bank[]; readonly results: readonly ReadRoot[] } {
  const places = new Map<string, string>();
  const banks: Bank[] = [];
  const results = roots.map((root, index): ReadRoot => {
    const { pack, bank, mistakes = [] } = packs[index] ?? {};
    if (!pack || !bank) return { root, mistakes };
    const first = places.get(pack.id);
    if (first === undefined) {
      places.set(pack.id, root.folder.fsPath);
      banks.push(bank);
      return { root, mistakes };
    }
    const twin: Mistake = {
      file: `${slashed(root.folder)}/pack.yml`,
      line: 1,
      message: `The pack in ${first} has the same id, so this one is left out`,
      advice: 'Give each pack an id of its own.',
    };
    return { root, mistakes: [twin, ...mistakes] };
  });
  return { banks, results };
}

function unsavedTexts(inside: string): Map<string, string> {
  const open = vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) => isDirty && uri.scheme === 'file' && slashed(uri).startsWith(inside),
  );
  return new Map(open.map((document) => [slashed(document.uri), document.getText()]));
}

/** Paths as the reader of packs writes them. */
export const slashed = (uri: vscode.Uri): string => uri.fsPath.replaceAll('\\', '/');

export function debounced(work: () => void, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call: (): void => {
      clearTimeout(timer);
      timer = setTimeout(work, ms);
    },
    cancel: (): void => clearTimeout(timer),
  };
}
