import { dirname, join } from 'node:path';
import type { Permission } from '../bank/model.ts';
import type { Runtime } from './model.ts';

export interface Permitted {
  /** The run's private folder, which may be read. */
  readonly folder: string;
  /** Where it may write, if it may write at all. */
  readonly writable: readonly string[];
  readonly preload: string;
}

/**
 * The flags of Node's permission model that leave a program nothing but what it declares, or none
 * where the runtime does not have the model. They keep mistakes from doing harm and are no
 * sandbox: see https://nodejs.org/api/permissions.html for what they do not hold back.
 */
export function permissionFlags(
  { version, electron }: Pick<Runtime, 'version' | 'electron'>,
  permissions: readonly Permission[],
  { folder, writable, preload }: Permitted,
): string[] {
  const model = switchOn(version);
  // Editors build their Node without promising this.
  if (electron || model === undefined) return [];
  const may = new Set(permissions);
  const readable = may.has('fs-read') ? ['*'] : [folder, preload, ...packageFiles(folder)];
  return [
    model,
    // Node's warnings about these flags stop at `child/flag-warnings.ts`, but those of worker
    // threads come before any preload. What silences them silences the program's own ones too.
    ...(may.has('worker')
      ? ['--disable-warning=ExperimentalWarning', '--disable-warning=SecurityWarning']
      : []),
    ...distinct(readable).map((path) => `--allow-fs-read=${path}`),
    ...(may.has('fs-write') ? distinct(writable).map((path) => `--allow-fs-write=${path}`) : []),
    ...(may.has('child') ? ['--allow-child-process'] : []),
    ...(may.has('worker') ? ['--allow-worker'] : []),
    // Before, the network was not restricted.
    ...(may.has('net') && major(version) >= 25 ? ['--allow-net'] : []),
  ];
}

/** The same twice ends Node 20 when it has a star. */
const distinct = (paths: readonly string[]) => [...new Set(paths.map(speakable))];

/**
 * A star within a path ends Node 20, and stands for anything in later versions; versions that split
 * lists at commas have no other way to write one. What begins like the path is the least that can be
 * said then.
 */
function speakable(path: string): string {
  const at = path.search(/[*,]/);
  return at === -1 || path === '*' ? path : `${path.slice(0, at)}*`;
}

/** 22.13 and 23.5 took the word "experimental" off; before 20.11 it was too young. */
function switchOn(version: string): string | undefined {
  const [first = 0, second = 0] = version.split('.').map(Number);
  const since = (major: number, minor: number) => first === major && second >= minor;
  if (first >= 24 || since(23, 5) || since(22, 13)) return '--permission';
  return first >= 21 || since(20, 11) ? '--experimental-permission' : undefined;
}

/** The loader looks for a `package.json` in each folder above. */
function packageFiles(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [join(parent, 'package.json'), ...packageFiles(parent)];
}

const major = (version: string) => Number.parseInt(version, 10);
