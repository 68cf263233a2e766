import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { childEnvironment } from './child-environment.ts';
import { errorCode } from './errors.ts';
import type { Candidate } from './node-candidates.ts';

/** What a program says about itself when it is run as a Node. */
export type Answer =
  | { readonly kind: 'node'; readonly version: string; readonly path: string }
  /** There is no file. */
  | { readonly kind: 'missing' }
  /** `reason` is a clause that goes on after the path. */
  | { readonly kind: 'broken'; readonly reason: string };

export type AskNode = (candidate: Pick<Candidate, 'path' | 'electron'>) => Promise<Answer>;

/**
 * Asks by running the program, which also finds out where a version manager's shim leads. A
 * program is asked again only after its file changed.
 */
export function createAskNode(env: NodeJS.ProcessEnv, home: string, limitMs = 10_000): AskNode {
  const answers = new Map<string, Promise<Answer>>();
  return async (candidate) => {
    const file = await look(candidate.path);
    if (file.kind !== 'file') return file;
    const key = `${candidate.path}\0${file.changed}\0${candidate.electron}`;
    const known = answers.get(key) ?? run(candidate, env, home, limitMs);
    answers.set(key, known);
    const answer = await known;
    // Whatever broke it may be gone the next time.
    if (answer.kind !== 'node') answers.delete(key);
    return answer;
  };
}

async function look(path: string): Promise<Answer | { kind: 'file'; changed: number }> {
  try {
    const file = await stat(path);
    if (file.isFile()) return { kind: 'file', changed: file.mtimeMs };
    return { kind: 'broken', reason: 'is not a file' };
  } catch (error) {
    const code = errorCode(error) ?? 'unknown error';
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    return { kind: 'broken', reason: `can't be looked at (${code})` };
  }
}

const question = 'JSON.stringify([process.versions.node, process.execPath])';

function run(
  { path, electron }: Pick<Candidate, 'path' | 'electron'>,
  env: NodeJS.ProcessEnv,
  home: string,
  limitMs: number,
): Promise<Answer> {
  const options = {
    env: { ...managerVariables(env), ...childEnvironment(env, { electron }) },
    cwd: home,
    timeout: limitMs,
    killSignal: 'SIGKILL',
    windowsHide: true,
    maxBuffer: 100_000,
  } as const;
  return new Promise((resolve) => {
    try {
      const child = execFile(path, ['-p', question], options, (error, stdout, stderr) => {
        if (error === null) resolve(read(stdout));
        else resolve({ kind: 'broken', reason: whyFailed(error, stderr, limitMs) });
      });
      child.stdin?.end();
    } catch (error) {
      resolve({ kind: 'broken', reason: whyFailed(error as Error, '', limitMs) });
    }
  });
}

/** Shims find their tools by these. */
function managerVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const wanted = /^(NVM|FNM|VOLTA|ASDF|MISE|N|XDG)_/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => wanted.test(name)));
}

function read(stdout: string): Answer {
  try {
    const answer: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    const [version, path] = Array.isArray(answer) ? (answer as unknown[]) : [];
    if (typeof version === 'string' && /^\d+\.\d+\.\d+/.test(version) && typeof path === 'string') {
      return { kind: 'node', version, path };
    }
  } catch {
    // Told below.
  }
  return { kind: 'broken', reason: 'does not answer like Node.js' };
}

function whyFailed(error: Error & { killed?: boolean }, stderr: string, limitMs: number): string {
  if (error.killed === true) return `did not answer within ${Math.round(limitMs / 1000)} seconds`;
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM') return 'may not be run (it is not executable)';
  if (typeof code === 'string') return `can't be run (${code})`;
  const said = stderr.split('\n').find((line) => line.trim() !== '');
  return said === undefined
    ? 'failed when it was run'
    : `failed when it was run: ${said.trim().slice(0, 200)}`;
}
