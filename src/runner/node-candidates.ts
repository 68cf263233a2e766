import { posix, win32 } from 'node:path';
import { distinctBy } from './distinct-by.ts';
import type { RuntimeOrigin } from './model.ts';

/** Where to look for Node; all of it can be made up in a test. */
export interface NodePlaces {
  /** The user's own choice, empty for none. */
  readonly setting: string;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly platform: NodeJS.Platform;
  /** Folders that nobody trusts: no program within is run, wherever it was found. */
  readonly untrusted?: readonly string[];
  /** The program that runs the extension host, which can serve as a Node. */
  readonly editor?: EditorRuntime;
}

export interface EditorRuntime {
  readonly path: string;
  readonly electron: boolean;
}

/** A file that is a Node if it exists. */
export interface Candidate {
  readonly path: string;
  readonly origin: RuntimeOrigin;
  readonly electron: boolean;
  /** A version manager says that it is installed: it is broken when it is not there. */
  readonly expected?: boolean;
}

/** Names of the entries of a folder; none if it can't be read. */
export type ListFolder = (path: string) => Promise<readonly string[]>;

/**
 * Where Node may be, the first choice first: `PATH`, what version managers installed (the newest
 * version first, whichever manager it is), the system's usual folders, the editor's own runtime.
 * An editor started from the desktop may lack the shell's `PATH`, so all of them matter.
 */
export async function nodeCandidates(
  places: NodePlaces,
  listFolder: ListFolder,
): Promise<Candidate[]> {
  const { platform, editor } = places;
  const all = [
    ...inPath(places),
    ...(await inManagers(places, listFolder)),
    ...inSystem(places),
    ...(editor ? [{ ...editor, origin: 'editor' } as const] : []),
  ];
  // A program that two origins lead to keeps both: the user may know it by either.
  return distinctBy(
    all,
    ({ path, origin }) => `${origin} ${platform === 'win32' ? path.toLowerCase() : path}`,
  );
}

const binaryName = (platform: NodeJS.Platform) => (platform === 'win32' ? 'node.exe' : 'node');
const pathOf = (platform: NodeJS.Platform) => (platform === 'win32' ? win32 : posix);

function variable({ env, platform }: NodePlaces, name: string): string | undefined {
  const found = Object.keys(env).find((key) =>
    platform === 'win32' ? key.toUpperCase() === name.toUpperCase() : key === name,
  );
  const value = found === undefined ? undefined : env[found];
  return value === '' ? undefined : value;
}

function inPath(places: NodePlaces): Candidate[] {
  const path = pathOf(places.platform);
  return (variable(places, 'PATH') ?? '')
    .split(path.delimiter)
    .map((folder) => folder.replace(/^"(.*)"$/, '$1'))
    .filter((folder) => path.isAbsolute(folder))
    .map((folder) => ({
      path: path.join(folder, binaryName(places.platform)),
      origin: 'path',
      electron: false,
    }));
}

function inSystem(places: NodePlaces): Candidate[] {
  const { platform } = places;
  const path = pathOf(platform);
  const folders =
    platform === 'win32'
      ? [
          path.join(variable(places, 'ProgramFiles') ?? 'C:\\Program Files', 'nodejs'),
          path.join(
            variable(places, 'LOCALAPPDATA') ?? path.join(places.home, 'AppData\\Local'),
            'Programs\\nodejs',
          ),
        ]
      : ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin', '/snap/bin'];
  return folders.map((folder) => ({
    path: path.join(folder, binaryName(platform)),
    origin: 'path',
    electron: false,
  }));
}

/** A folder with one folder for each version, and where the program is below that. */
interface VersionsFolder {
  readonly origin: RuntimeOrigin;
  readonly folder: string;
  readonly below: readonly string[];
}

async function inManagers(places: NodePlaces, listFolder: ListFolder): Promise<Candidate[]> {
  const { platform } = places;
  const path = pathOf(platform);
  const found = await Promise.all(
    versionsFolders(places).map(async ({ origin, folder, below }) => {
      const names = await listFolder(folder);
      return names
        .filter((name) => /^v?\d+(\.\d+)*$/.test(name))
        .map((name) => ({
          version: name.replace('v', '').split('.').map(Number),
          candidate: {
            path: path.join(folder, name, ...below, binaryName(platform)),
            origin,
            electron: false,
            expected: true,
          },
        }));
    }),
  );
  return found
    .flat()
    .sort((a, b) => compareVersions(b.version, a.version))
    .map(({ candidate }) => candidate);
}

function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < 3; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function versionsFolders(places: NodePlaces): VersionsFolder[] {
  return places.platform === 'win32' ? windowsFolders(places) : posixFolders(places);
}

/** The defaults are those of each tool's own documentation. */
function posixFolders(places: NodePlaces): VersionsFolder[] {
  const { home, platform } = places;
  const join = (...parts: string[]) => posix.join(...parts);
  const from = (name: string) => variable(places, name);
  const data = from('XDG_DATA_HOME') ?? join(home, '.local/share');
  const config = from('XDG_CONFIG_HOME') ?? join(home, '.config');
  const support = platform === 'darwin' ? [join(home, 'Library/Application Support/fnm')] : [];
  const mise = from('MISE_DATA_DIR') ?? join(data, 'mise');
  const table: [RuntimeOrigin, string, string, ...string[]][] = [
    [
      'nvm',
      'versions/node',
      'bin',
      ...either(from('NVM_DIR'), join(home, '.nvm'), join(config, 'nvm')),
    ],
    [
      'fnm',
      'node-versions',
      'installation/bin',
      ...either(from('FNM_DIR'), join(data, 'fnm'), join(home, '.fnm'), ...support),
    ],
    ['volta', 'tools/image/node', 'bin', ...either(from('VOLTA_HOME'), join(home, '.volta'))],
    ['asdf', 'installs/nodejs', 'bin', ...either(from('ASDF_DATA_DIR'), join(home, '.asdf'))],
    ['mise', 'node', 'bin', from('MISE_INSTALLS_DIR') ?? join(mise, 'installs')],
    [
      'n',
      'n/versions/node',
      'bin',
      ...either(from('N_CACHE_PREFIX') ?? from('N_PREFIX'), '/usr/local', join(home, 'n')),
    ],
  ];
  return table.flatMap(([origin, versions, below, ...roots]) =>
    roots.map((root) => ({ origin, folder: join(root, versions), below: [below] })),
  );
}

function windowsFolders(places: NodePlaces): VersionsFolder[] {
  const join = (...parts: string[]) => win32.join(...parts);
  const from = (name: string) => variable(places, name);
  const roaming = from('APPDATA') ?? join(places.home, 'AppData\\Roaming');
  const local = from('LOCALAPPDATA') ?? join(places.home, 'AppData\\Local');
  const volta = from('VOLTA_HOME') ?? join(local, 'Volta');
  const mise = from('MISE_DATA_DIR') ?? join(from('XDG_DATA_HOME') ?? local, 'mise');
  const installs = from('MISE_INSTALLS_DIR') ?? join(mise, 'installs');
  return [
    // nvm-windows has one folder `v24.1.0` for each version right in its own folder.
    { origin: 'nvm', folder: from('NVM_HOME') ?? join(roaming, 'nvm'), below: [] },
    ...either(from('FNM_DIR'), join(roaming, 'fnm'), join(places.home, '.fnm')).map((fnm) => ({
      origin: 'fnm' as const,
      folder: join(fnm, 'node-versions'),
      below: ['installation'],
    })),
    { origin: 'volta', folder: join(volta, 'tools\\image\\node'), below: [] },
    { origin: 'mise', folder: join(installs, 'node'), below: [] },
  ];
}

/** A variable that is set replaces the defaults. */
const either = (set: string | undefined, ...defaults: string[]) =>
  set === undefined ? defaults : [set];
