import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';

const idleMs = 5 * 60_000;

/**
 * Ends runs whose host was killed, and removes their folders. A waiting child notices that by itself,
 * but a snippet in an endless loop does not: so a tiny shell (under 1 MB, no CPU) holds a pipe to
 * this process, keeps the list of what there is, and ends it all when the pipe breaks. Windows ends
 * children with their parent anyway (libuv's job object).
 *
 * Each line is a folder in `encoded` form and the process that works there, 0 for none, or `over`: a
 * path may hold any character, line breaks too, and must never be taken for more than one. Only what
 * is named like a private folder is removed, and processes are known by that name alone.
 */
const script = `
while read -r folder pid; do
  count=$#
  while [ $count -gt 0 ]; do
    entry=$1; shift; count=$((count - 1))
    case $entry in "$folder "*) ;; *) set -- "$@" "$entry" ;; esac
  done
  case $pid in over) ;; *) set -- "$@" "$folder $pid" ;; esac
done
for entry; do
  case \${entry##* } in 0) ;; *) kill -9 "-\${entry##* }" ;; esac
done
for entry; do
  folder=$(printf '%b.' "\${entry%% *}"); folder=\${folder%.}
  name=\${folder##*/}
  case $name in loopwise-??????) ;; *) continue ;; esac
  for file in $(grep -laF "/$name/" /proc/[0-9]*/environ); do
    file=\${file#/proc/}; kill -9 "\${file%/environ}"
  done
  chmod -R u+rwX "$folder"
  rm -rf "$folder"
done
`;

/** One word of letters that no shell reads as anything else, for `printf %b`. */
const encoded = (path: string) =>
  [...Buffer.from(path)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[\w/.-]/.test(character) ? character : `\\0${byte.toString(8).padStart(3, '0')}`;
    })
    .join('');

let shell: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;
let folders = 0;

/** A folder that is removed, and a process that is ended, when this process is killed. */
export interface Guarded {
  /** That process works in the folder from now on; 0 for none. */
  process(pid: number): void;
  /** The folder is gone. */
  over(): void;
}

/** To be called before the folder is made. */
export function guardFolder(path: string, platform = process.platform): Guarded {
  if (platform === 'win32') return { process: () => undefined, over: () => undefined };
  clearTimeout(idle);
  folders++;
  const guard = (shell ??= start());
  const folder = encoded(path);
  const tell = (what: string | number) => {
    if (guard.stdin?.writable === true) guard.stdin.write(`${folder} ${what}\n`);
  };
  let over = false;
  tell(0);
  return {
    process: tell,
    over() {
      if (over) return;
      over = true;
      tell('over');
      folders--;
      if (folders === 0) idle = setTimeout(endOrphanGuard, idleMs).unref();
    },
  };
}

/** It starts again with the next run. */
function endOrphanGuard(): void {
  clearTimeout(idle);
  shell?.stdin?.end();
  shell = undefined;
}

/** Without it, runs work as well. */
function start(): ChildProcess {
  const started = spawn('/bin/sh', ['-c', script, 'loopwise-guard'], {
    // Its own group: what ends the host's group must not end it too.
    detached: true,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = () => {
    if (shell === started) shell = undefined;
  };
  started.once('error', gone).once('exit', gone);
  started.stdin.on('error', () => undefined);
  started.unref();
  if (started.stdin instanceof Socket) started.stdin.unref();
  return started;
}
