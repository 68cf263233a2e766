import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { parse } from 'node:path';
import { childEnvironment } from './child-environment.ts';
import { killGroup } from './end-processes.ts';
import { errorCode } from './errors.ts';
import type { NodeProblem } from './errors.ts';
import type { Candidate } from './node-candidates.ts';

/** What a program says about itself when it is run as a Node. */
export type NodeProbe =
  | { readonly kind: 'node'; readonly version: string; readonly path: string }
  /** There is no file. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly problem: NodeProblem };

export type AskNode = (candidate: Pick<Candidate, 'path' | 'electron'>) => Promise<NodeProbe>;

/**
 * Asks by running the program, which also finds out where a version manager's shim leads. A
 * program is asked again only after its file changed.
 */
export function createAskNode(env: NodeJS.ProcessEnv, home: string, limitMs = 10_000): AskNode {
  const answers = new Map<string, Promise<NodeProbe>>();
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

async function look(path: string): Promise<NodeProbe | { kind: 'file'; changed: number }> {
  try {
    const file = await stat(path);
    if (file.isFile()) return { kind: 'file', changed: file.mtimeMs };
    return { kind: 'broken', problem: { kind: 'notAFile' } };
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    return { kind: 'broken', problem: { kind: 'notReadable', code } };
  }
}

const question = 'JSON.stringify([process.versions.node, process.execPath])';

const maxAnswer = 100_000;

async function run(
  { path, electron }: Pick<Candidate, 'path' | 'electron'>,
  env: NodeJS.ProcessEnv,
  home: string,
  limitMs: number,
): Promise<NodeProbe> {
  const options = {
    env: { ...managerVariables(env), ...childEnvironment(env, { electron }) },
    cwd: (await isFolder(home)) ? home : parse(path).root,
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
    // A shim starts others: a group of their own can be ended as a whole.
    detached: process.platform !== 'win32',
    windowsHide: true,
  };
  const said = { stdout: '', stderr: '' };
  try {
    const child = spawn(path, ['-p', question], options);
    const keep = (stream: 'stdout' | 'stderr') => (text: string) => {
      if (said[stream].length < maxAnswer) said[stream] += text;
    };
    child.stdout.setEncoding('utf8').on('data', keep('stdout'));
    child.stderr.setEncoding('utf8').on('data', keep('stderr'));
    const code = await ended(child, limitMs);
    return code === 0 ? read(said.stdout) : { kind: 'broken', problem: whyEnded(code, said) };
  } catch (error) {
    return { kind: 'broken', problem: whyNotStarted(error) };
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * How a program ended, or that it took too long. Nothing that it started is left in either case.
 * @throws Error when it could not be started
 */
function ended(child: ChildProcess, limitMs: number): Promise<number | 'signal' | 'late'> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      endGroup();
    }, limitMs);
    const endGroup = () => {
      if (child.pid !== undefined) killGroup(child.pid);
    };
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (process.platform !== 'win32') endGroup();
      // Not `close`: somebody who left the group may hold a pipe.
      setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, 1000).unref();
      child.once('close', () => resolve(late ? 'late' : (code ?? 'signal')));
    });
  });
}

/** Shims find their tools by these. */
function managerVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const wanted = /^(NVM|FNM|VOLTA|ASDF|MISE|N|XDG)_/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => wanted.test(name)));
}

function read(stdout: string): NodeProbe {
  try {
    const answer: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    const [version, path] = Array.isArray(answer) ? (answer as unknown[]) : [];
    if (typeof version === 'string' && /^\d+\.\d+\.\d+/.test(version) && typeof path === 'string') {
      return { kind: 'node', version, path };
    }
  } catch {
    // Told below.
  }
  return { kind: 'broken', problem: { kind: 'notNode' } };
}

function whyEnded(
  code: number | 'signal' | 'late',
  { stderr }: { readonly stderr: string },
): NodeProblem {
  if (code === 'late') return { kind: 'late' };
  const said = stderr.split('\n').find((line) => line.trim() !== '');
  return { kind: 'failed', ...(said !== undefined && { said: said.trim().slice(0, 200) }) };
}

function whyNotStarted(error: unknown): NodeProblem {
  const code = errorCode(error);
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'notExecutable' };
  return code === undefined ? { kind: 'failed' } : { kind: 'notRunnable', code };
}
