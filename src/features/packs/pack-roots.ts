import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { settings } from '../settings/settings.ts';

/** A folder with a `pack.yml`. */
export interface PackRoot {
  readonly folder: vscode.Uri;
  /** Files of an installed extension are nobody's to correct here. */
  readonly from: 'extension' | 'setting' | 'workspace';
}

export interface FoundRoots {
  /** Each folder once, in the order of the tree. */
  readonly roots: readonly PackRoot[];
  /** Entries of the setting that name no pack. */
  readonly missing: readonly string[];
}

/** As in bank/pack-folder.ts, whose parser must not come into the bundle that activation reads. */
const packFile = 'pack.yml';
/** Where a workspace keeps packs beside its own code. */
const hiddenFolder = '.loopwise';

/** Everywhere packs may come from; those of a workspace only once it is trusted. */
export async function findPackRoots(): Promise<FoundRoots> {
  const [extensions, setting, workspace] = await Promise.all([
    extensionRoots(),
    settingRoots(),
    workspaceRoots(),
  ]);
  const roots = [...extensions, ...setting.roots, ...workspace];
  const seen = new Set<string>();
  return {
    roots: roots.filter(({ folder }) => !seen.has(folder.fsPath) && seen.add(folder.fsPath)),
    missing: setting.missing,
  };
}

/** `contributes.loopwisePacks: [{ "path": "./packs/mine" }]` in an extension's manifest. */
async function extensionRoots(): Promise<PackRoot[]> {
  const folders = vscode.extensions.all.flatMap(({ packageJSON, extensionUri }) => {
    const { contributes } = (packageJSON ?? {}) as { contributes?: { loopwisePacks?: unknown } };
    const entries = contributes?.loopwisePacks;
    if (!Array.isArray(entries) || extensionUri.scheme !== 'file') return [];
    return entries.flatMap((entry: unknown) => {
      const path = (entry as { path?: unknown } | null)?.path;
      if (typeof path !== 'string') return [];
      return [vscode.Uri.joinPath(extensionUri, path)];
    });
  });
  const packs = await Promise.all(folders.map(({ fsPath }) => isPack(fsPath)));
  return folders
    .filter((_, index) => packs[index])
    .map((folder) => ({ folder, from: 'extension' }));
}

async function settingRoots(): Promise<FoundRoots> {
  const paths = settings.packFolders().map((path) => path.trim());
  const roots: PackRoot[] = [];
  const missing: string[] = [];
  for (const path of new Set(paths)) {
    const full = path.replace(/^~(?=$|[\\/])/, homedir());
    if (isAbsolute(full) && (await isPack(full))) {
      roots.push({ folder: vscode.Uri.file(full), from: 'setting' });
    } else if (path !== '') {
      missing.push(path);
    }
  }
  return { roots, missing };
}

async function workspaceRoots(): Promise<PackRoot[]> {
  if (!vscode.workspace.isTrusted) return [];
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => uri.scheme === 'file',
  );
  const found = await Promise.all(folders.map(({ uri }) => packsIn(uri.fsPath)));
  return found.flat().map((path) => ({ folder: vscode.Uri.file(path), from: 'workspace' }));
}

/** The workspace folder itself, its `.loopwise`, and the folders in there. */
async function packsIn(folder: string): Promise<string[]> {
  const hidden = join(folder, hiddenFolder);
  const names = await readdir(hidden).catch(() => []);
  const candidates = [folder, hidden, ...names.toSorted().map((name) => join(hidden, name))];
  const packs = await Promise.all(candidates.map(isPack));
  return candidates.filter((_, index) => packs[index]);
}

async function isPack(folder: string): Promise<boolean> {
  const file = await stat(join(folder, packFile)).catch(() => undefined);
  return file?.isFile() === true;
}
