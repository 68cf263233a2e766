import * as vscode from 'vscode';
import { isNoNodeError } from '../../runner/errors.ts';
import type { RunnerService, Services } from '../services/services.ts';
import { settings } from '../settings/settings.ts';
import { writeNodeSetting } from './node-setting.ts';
import { runtimeItems } from './runtime-items.ts';
import type { PickerTexts, RuntimeItem } from './runtime-items.ts';
import { asLogged } from '../ui/error-text.ts';

interface Pick extends vscode.QuickPickItem {
  readonly item: RuntimeItem;
}

/** Lets the user choose the Node.js that runs snippets, and writes it to the settings. */
export async function pickRuntime({ runner, log }: Services): Promise<void> {
  const item = await choose(runner, log);
  if (item?.kind === 'automatic' || item?.kind === 'runtime') await use(runner, item.path ?? '');
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
): Promise<Exclude<RuntimeItem, { kind: 'heading' }> | undefined> {
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
    picker.placeholder = vscode.l10n.t('Choose the Node.js that runs snippets');
    picker.items = picks;
    picker.activeItems = picks.filter(({ item }) => item.kind !== 'heading' && item.current);
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      // One that does not work is there to be read: choosing it does nothing.
      if (!picked || picked.item.kind === 'heading' || picked.item.kind === 'broken') return;
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
  return runtimeItems({ found, current, setting: settings.nodePath() }, texts()).map(pickOf);
}

function pickOf(item: RuntimeItem): Pick {
  const { label } = item;
  if (item.kind === 'heading') {
    return { item, label, kind: vscode.QuickPickItemKind.Separator };
  }
  const { description, detail, kind, current } = item;
  const symbol = {
    automatic: 'wand',
    file: 'folder-opened',
    runtime: 'server-environment',
  } as const;
  const icon = kind === 'broken' ? 'circle-slash' : current ? 'check' : symbol[kind];
  return {
    item,
    label,
    iconPath: new vscode.ThemeIcon(icon),
    ...(description !== undefined && { description }),
    ...(detail !== undefined && { detail }),
    ...(kind === 'automatic' || kind === 'file' ? { alwaysShow: true } : {}),
  };
}

async function chooseFile(runner: RunnerService): Promise<void> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('The Node.js That Runs Snippets'),
      openLabel: vscode.l10n.t('Use This'),
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
    const reason = isNoNodeError(error) ? error.tried[0]?.reason : String(error);
    return vscode.l10n.t("Couldn't use {0} to run snippets: {1}", path, reason ?? '');
  }
}

function texts(): PickerTexts {
  return {
    automatic: vscode.l10n.t('Automatic'),
    automaticDetail: vscode.l10n.t(
      'The one on PATH, else the newest that a version manager installed, else the one inside VS Code',
    ),
    file: vscode.l10n.t('Choose a File…'),
    found: vscode.l10n.t('Found on this machine'),
    broken: vscode.l10n.t('Found, but not usable'),
    inUse: vscode.l10n.t('in use'),
    origins: originTexts(),
  };
}

const originTexts = (): PickerTexts['origins'] => ({
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
