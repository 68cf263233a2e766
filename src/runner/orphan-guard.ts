import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';

const idleMs = 5 * 60_000;

/**
 * Ends runs whose host was killed. A waiting child notices that by itself, but a snippet in an
 * endless loop does not: so a tiny shell (under 1 MB, no CPU) holds a pipe to this process, keeps
 * the list of what runs, and ends it all when the pipe breaks. Windows ends children with their
 * parent anyway (libuv's job object).
 */
const script = `
while read -r verb pid folder; do
  case $verb in
    run) set -- "$@" "$pid $folder" ;;
    over) for entry; do shift; case $entry in "$pid "*) ;; *) set -- "$@" "$entry" ;; esac; done ;;
  esac
done
for entry; do kill -9 "-\${entry%% *}"; done
for entry; do
  for file in $(grep -laF "\${entry#* }" /proc/[0-9]*/environ); do
    file=\${file#/proc/}; kill -9 "\${file%/environ}"
  done
  rm -rf "\${entry#* }"
done
`;

let shell: ChildProcess | undefined;
let idle: NodeJS.Timeout | undefined;
let runs = 0;

/** @returns to be called when the run is over */
export function guardOrphans(pid: number, folder: string, platform = process.platform): () => void {
  if (platform === 'win32') return () => undefined;
  clearTimeout(idle);
  runs++;
  const guard = (shell ??= start());
  guard.stdin?.write(`run ${pid} ${folder}\n`);
  return () => {
    runs--;
    if (guard.stdin?.writable === true) guard.stdin.write(`over ${pid}\n`);
    if (runs === 0) idle = setTimeout(endOrphanGuard, idleMs).unref();
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
