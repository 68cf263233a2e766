import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { AskNode } from '../../runner/ask-node.ts';
import { isCannotRunError } from '../../runner/errors.ts';
import type * as Runner from '../../runner/runner.lazy.ts';
import type { Limits, RunRequest, RunResult, Runtime } from '../../runner/model.ts';
import type { NodePlaces } from '../../runner/node-candidates.ts';
import { setting } from '../settings/ids.ts';
import type { ProgramRequest } from '../subject/run-request.ts';
import type { RunnerService } from './services.ts';
import { settings } from '../settings/settings.ts';
import { inTimeOr } from '../threads/work.ts';
import type { Work } from '../threads/work.ts';
import { asLogged } from '../ui/error-text.ts';

/** Runs snippets with the user's settings. Loads what it needs, and looks for Node, at the first run. */
export function createRunnerService(
  extension: vscode.Uri,
  log: vscode.LogOutputChannel,
  work: Work,
): RunnerService {
  const buildTrace: Runner.RunOptions['buildTrace'] = (recording) =>
    inTimeOr(work.do('buildTrace', recording), undefined);
  const readCoverage: Runner.RunOptions['readCoverage'] = (request) =>
    inTimeOr(work.do('readCoverage', request), undefined);
  const childFolder = vscode.Uri.joinPath(extension, 'dist', 'child').fsPath;
  const running = new Set<AbortController>();
  const choice = createChoice(log);
  const affects = (event: vscode.ConfigurationChangeEvent, name: string) =>
    event.affectsConfiguration(`loopwise.${name}`);
  const settingChanged = vscode.workspace.onDidChangeConfiguration((event) => {
    if (affects(event, setting.nodePath)) choice.forget();
    if (affects(event, setting.nodePath) || affects(event, setting.memoryLimit)) pool?.clear();
  });
  // Which programs may be asked for their version depends on both.
  const trustChanged = vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(() => choice.forget()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => choice.forget()),
  );
  let pool: Runner.WarmPool | undefined;
  let disposed = false;

  /** From the first run on: a session in which nothing runs has no process waiting. */
  async function warmPool(): Promise<Runner.WarmPool> {
    const { createWarmPool } = await loadRunner();
    pool ??= createWarmPool({ childFolder });
    if (disposed) void pool.dispose();
    return pool;
  }

  return {
    async run(request, options) {
      const abort = new AbortController();
      const signal = AbortSignal.any([abort.signal, ...(request.signal ? [request.signal] : [])]);
      running.add(abort);
      // What is asked for too late is answered as cancelled.
      if (disposed) abort.abort();
      try {
        const there = await atPlace(request, work);
        const limits = { ...configuredLimits(), ...request.limits };
        const limited = { ...there, signal, limits };
        // A run on another Node leaves alone the child that waits on the user's own.
        const { runtime, pool: warm } =
          options?.runtime === undefined
            ? { runtime: await choice.runtime(), pool: await warmPool() }
            : { runtime: options.runtime };
        return await runLogged(
          limited,
          runtime,
          choice,
          { childFolder, pool: warm, buildTrace, readCoverage },
          log,
        );
      } finally {
        running.delete(abort);
      }
    },
    runtime: () => choice.runtime(),
    async findRuntimes() {
      const { findNodes } = await loadRunner();
      return findNodes(nodePlaces(), await askNode());
    },
    async tryRuntime(path) {
      const { chooseRuntime } = await loadRunner();
      return chooseRuntime({ ...nodePlaces(), setting: path }, await askNode());
    },
    dispose() {
      disposed = true;
      settingChanged.dispose();
      trustChanged.dispose();
      for (const abort of running) abort.abort();
      void pool?.dispose();
    },
  };
}

/** Snippets have no place of their own, and don't wait for what finds it. */
async function atPlace(request: ProgramRequest, work: Work): Promise<RunRequest> {
  if (!request.origin) return request;
  const { placed } = await import('../subject/editor-code.lazy.ts');
  return placed(request, work);
}

async function runLogged(
  request: RunRequest,
  runtime: Runtime,
  choice: Choice,
  options: Runner.RunOptions,
  log: vscode.LogOutputChannel,
): Promise<RunResult> {
  const { runSnippet } = await loadRunner();
  try {
    const result = await runSnippet(request, runtime, options);
    log.info(
      `Ran ${request.place ? `${request.place.file} in ${request.place.folder}` : 'a snippet'} (${request.kind}) on Node.js ${runtime.version}: ${result.ended}, ` +
        `code ${result.exitCode ?? result.signal ?? 'none'}, ${result.lines.length} lines, ` +
        `${Math.round(result.durationMs)} ms`,
    );
    return result;
  } catch (error) {
    log.error(asLogged(error));
    // That Node may have been updated or removed meanwhile: look again the next time.
    if (isCannotRunError(error) && error.reason === 'runtime') choice.forget();
    throw error;
  }
}

const loadRunner = (): Promise<typeof Runner> => import('../../runner/runner.lazy.ts');

/** The Node that was chosen, until there is a reason to choose again. */
interface Choice {
  runtime(): Promise<Runtime>;
  forget(): void;
}

function createChoice(log: vscode.LogOutputChannel): Choice {
  let chosen: Promise<Runtime> | undefined;
  return {
    runtime() {
      const choosing = (chosen ??= choose(log));
      choosing.catch(() => {
        // The user may repair it: look again the next time.
        if (chosen === choosing) chosen = undefined;
      });
      return choosing;
    },
    forget() {
      chosen = undefined;
    },
  };
}

async function choose(log: vscode.LogOutputChannel): Promise<Runtime> {
  const { chooseRuntime } = await loadRunner();
  try {
    const runtime = await chooseRuntime(nodePlaces(), await askNode());
    log.info(`Snippets run on Node.js ${runtime.version}, ${runtime.path} (${runtime.origin})`);
    return runtime;
  } catch (error) {
    log.error(asLogged(error));
    throw error;
  }
}

let asking: AskNode | undefined;

/** One for the whole session: it asks a program again only after its file changed. */
async function askNode(): Promise<AskNode> {
  const { createAskNode } = await loadRunner();
  return (asking ??= createAskNode(process.env, homedir()));
}

const nodePlaces = (): NodePlaces => ({
  setting: settings.nodePath(),
  env: process.env,
  home: homedir(),
  platform: process.platform,
  untrusted: vscode.workspace.isTrusted
    ? []
    : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
  editor: { path: process.execPath, electron: process.versions.electron !== undefined },
});

function configuredLimits(): Partial<Limits> {
  return {
    timeMs: settings.timeLimitSeconds() * 1000,
    memoryMb: settings.memoryLimitMb(),
    lines: settings.lineLimit(),
  };
}
