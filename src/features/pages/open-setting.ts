import * as vscode from 'vscode';

/** Shows one of Loopwise's settings. @param name without `loopwise.` */
export async function openSetting(name: string): Promise<void> {
  const query = `@id:loopwise.${name}`;
  await vscode.commands.executeCommand('workbench.action.openSettings', query);
}

/** Shows where the user says whether the workspace is trusted. */
export async function manageTrust(): Promise<void> {
  await vscode.commands.executeCommand('workbench.trust.manage');
}
