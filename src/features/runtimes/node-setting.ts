import * as vscode from 'vscode';
import { setting } from '../settings/ids.ts';

/**
 * Writes the path of the Node that runs snippets to where it has an effect: a workspace that has a
 * path of its own keeps the last word, unless it is not trusted, when its path does not count.
 */
export async function writeNodeSetting(path: string): Promise<void> {
  const { workspaceValue, workspaceFolderValue } =
    configuration().inspect<string>(setting.nodePath) ?? {};
  const ownValue = workspaceFolderValue ?? workspaceValue;
  const target =
    vscode.workspace.isTrusted && ownValue !== undefined
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
  const isDefault = path === '' && target === vscode.ConfigurationTarget.Global;
  await configuration().update(setting.nodePath, isDefault ? undefined : path, target);
}

const configuration = () => vscode.workspace.getConfiguration('loopwise');
