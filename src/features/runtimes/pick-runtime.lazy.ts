import * as vscode from 'vscode';
import { isNoNodeError } from '../../runner/errors.ts';
import type { RuntimeOrigin } from '../../runner/model.ts';
import type { RunnerService, Services } from '../services/services.ts';
import { settings } from '../settings/settings.ts';
import { writeNodeSetting } from './node-setting.ts';
import { runtimeItems } from './runtime-items.ts';
import type { RuntimeItem } from './runtime-items.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import { nodeProblemText } from '../ui/node-problem-texts.ts';

interface Pick extends vscode.QuickPickItem {
  readonly item: RuntimeItem;
}

/** Lets the user choose the Node.js that runs snippets, and writes it to the settings. */
export async function pickRuntime({ runner, log }: Services): Promise<void> {
  const item = await choose(runner, log);
  if (item?.kind === 'automatic') await use(runner, '');
  else if (item?.kind === 'runtime') await use(runner, item.runtime.path);
  else if (item?.kind === 'file') await chooseFile(runner);
}

/** Writes the choice, and says in the status bar what it comes to. */
async function use(runner: RunnerService, path: string): Promise<void> {
  await writeNodeSetting(path);
  const runtime = await runner.runtime().catch(() => undefined);
  if (!runtime) return;
  const text = vscode.l10n.t('Snippets run on Node.js {0}', runtime.version);
  vscode.window.setStatusBarMessage(`$(server-environment) ${text}`, 6000);
}

/** Shown at once; what is found comes when it is found. */
function choose(
  runner: RunnerService,
  log: vscode.LogOutputChannel,
): Promise<RuntimeItem | undefined> {
  const picker = vscode.window.createQuickPick<Pick>();
  let open = true;
  picker.title = vscode.l10n.t('Node.js for Snippets');
  picker.placeholder = vscode.l10n.t('Looking for Node.js…');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  // Looking takes a moment, and a page may take the focus back in it.
  picker.ignoreFocusOut = true;
  picker.show();
  void fill(runner, log).then((picks) => {
    if (!open) return;
    picker.busy = false;
    picker.ignoreFocusOut = false;
    picker.placeholder = vscode.l10n.t('Select the Node.js that runs snippets');
    picker.items = picks;
    picker.activeItems = picks.filter(({ item }) => 'current' in item && item.current);
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      // One that does not work is there to be read: choosing it does nothing.
      if (!picked || picked.item.kind === 'broken') return;
      resolve(picked.item);
      picker.hide();
    });
    picker.onDidHide(() => {
      open = false;
      resolve(undefined);
      picker.dispose();
    });
  });
}

async function fill(runner: RunnerService, log: vscode.LogOutputChannel): Promise<Pick[]> {
  const [found, current] = await Promise.all([
    runner.findRuntimes().catch((error: unknown) => {
      log.error(asLogged(error));
      return { runtimes: [], refused: [] };
    }),
    runner.runtime().catch(() => undefined),
  ]);
  return runtimeItems({ found, current, setting: settings.nodePath() }).map(pickOf);
}

function pickOf(item: RuntimeItem): Pick {
  switch (item.kind) {
    case 'found':
      return heading(item, vscode.l10n.t('Found on this machine'));
    case 'notUsable':
      return heading(item, vscode.l10n.t('Found, but not usable'));
    case 'automatic':
      return {
        item,
        label: vscode.l10n.t('Automatic'),
        detail: vscode.l10n.t(
          'The one on your PATH, otherwise the newest one that a version manager installed, otherwise the one inside VS Code',
        ),
        ...(item.uses !== undefined && { description: `Node.js ${item.uses}` }),
        iconPath: new vscode.ThemeIcon(item.current ? 'check' : 'wand'),
        alwaysShow: true,
      };
    case 'runtime': {
      const { path, version, origins } = item.runtime;
      const names = origins.map((origin) => originNames()[origin]);
      const inUse = item.isInUse ? [vscode.l10n.t('in use')] : [];
      return {
        item,
        label: `Node.js ${version}`,
        description: [...names, ...inUse].join(', '),
        detail: path,
        iconPath: new vscode.ThemeIcon(item.current ? 'check' : 'server-environment'),
      };
    }
    case 'file':
      return {
        item,
        label: vscode.l10n.t('Choose a File…'),
        iconPath: new vscode.ThemeIcon('folder-opened'),
        alwaysShow: true,
      };
    case 'broken':
      return {
        item,
        label: item.refusal.path,
        detail: nodeProblemText(item.refusal.problem),
        iconPath: new vscode.ThemeIcon('circle-slash'),
      };
  }
}

function heading(item: RuntimeItem, label: string): Pick {
  return { item, label, kind: vscode.QuickPickItemKind.Separator };
}

async function chooseFile(runner: RunnerService): Promise<void> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Select Node.js for Snippets'),
      openLabel: vscode.l10n.t('Select'),
      canSelectMany: false,
    })) ?? [];
  const reason = file && (await take(runner, file.fsPath));
  if (reason === undefined) return;
  const again = vscode.l10n.t('Choose Another');
  if ((await vscode.window.showErrorMessage(reason, again)) === again) await chooseFile(runner);
}

/** Makes the program at a path the one that runs snippets, if it can; says why when it can't. */
export async function takeRuntime({ runner }: Services, path: string): Promise<void> {
  const reason = await take(runner, path);
  if (reason !== undefined) void vscode.window.showErrorMessage(reason);
}

/** @returns why the program can't run snippets; undefined when it is the one now */
async function take(runner: RunnerService, path: string): Promise<string | undefined> {
  try {
    if (path !== '') await runner.tryRuntime(path);
    await use(runner, path);
    return undefined;
  } catch (error) {
    const problem = isNoNodeError(error) ? error.tried[0]?.problem : undefined;
    const reason = problem ? nodeProblemText(problem) : errorText(error);
    return vscode.l10n.t("Couldn't use {0} to run snippets: {1}", path, reason);
  }
}

const originNames = (): Readonly<Record<RuntimeOrigin, string>> => ({
  setting: vscode.l10n.t('from the settings'),
  path: 'PATH',
  nvm: 'nvm',
  fnm: 'fnm',
  volta: 'Volta',
  asdf: 'asdf',
  mise: 'mise',
  n: 'n',
  editor: vscode.l10n.t("VS Code's own"),
});
