import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A window that shows the extension alone, and a start that waits for no sign-in. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
};

export function writeSettings(workspace: string, settings: Record<string, unknown>) {
  mkdirSync(join(workspace, '.vscode'), { recursive: true });
  writeFileSync(join(workspace, '.vscode', 'settings.json'), JSON.stringify(settings, null, 2));
}

/**
 * Of a window with several folders.
 * @param folders in it; they are made where they are missing
 * @param settings on top of those for a quiet window
 * @returns the file to open
 */
export function writeWorkspaceFile(
  workspace: string,
  folders: readonly string[],
  settings: Readonly<Record<string, unknown>>,
): string {
  for (const folder of folders) mkdirSync(join(workspace, folder), { recursive: true });
  const file = join(workspace, 'folders.code-workspace');
  const content = {
    folders: folders.map((path) => ({ path })),
    settings: { ...quietSettings, ...settings },
  };
  writeFileSync(file, JSON.stringify(content, null, 2));
  return file;
}
