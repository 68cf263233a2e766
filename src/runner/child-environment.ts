/** What programs need to work at all; nothing else of the editor's environment reaches a snippet. */
const passedOn = {
  posix: [
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'SHELL',
    'LANG',
    'LANGUAGE',
    'LC_ALL',
    'LC_CTYPE',
    'TZ',
  ],
  windows: [
    'PATH',
    'PATHEXT',
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'COMSPEC',
    'USERPROFILE',
    'USERNAME',
    'HOMEDRIVE',
    'HOMEPATH',
    'APPDATA',
    'LOCALAPPDATA',
    'PROGRAMDATA',
    'PROGRAMFILES',
    'PROGRAMFILES(X86)',
    'NUMBER_OF_PROCESSORS',
    'PROCESSOR_ARCHITECTURE',
    'TZ',
  ],
};

/**
 * An environment built from scratch: an inherited `NODE_OPTIONS` could change the order of a
 * program's output, and tokens in the editor's environment are none of a snippet's business.
 */
export function childEnvironment(
  env: NodeJS.ProcessEnv,
  { electron, platform = process.platform }: { electron: boolean; platform?: NodeJS.Platform },
): Record<string, string> {
  const windows = platform === 'win32';
  const wanted = new Set(windows ? passedOn.windows : passedOn.posix);
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && wanted.has(windows ? name.toUpperCase() : name))
      result[name] = value;
  }
  if (electron) result.ELECTRON_RUN_AS_NODE = '1';
  return result;
}

/**
 * The variables that name the folder for temporary files. A run gets its own one: what the
 * snippet leaves there is removed, and every process it starts carries the path as a mark.
 */
export function temporaryVariables(folder: string, platform = process.platform) {
  return platform === 'win32' ? { TEMP: folder, TMP: folder } : { TMPDIR: folder };
}
