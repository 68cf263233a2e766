import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { isCannotRunError } from '../../runner/errors.ts';
import type { Runner, RunnerOptions } from '../../runner/runner.lazy.ts';
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
  const options: RunnerOptions = {
    childFolder: vscode.Uri.joinPath(extension, 'dist', 'child').fsPath,
    buildTrace: (recording) => inTimeOr(work.do('buildTrace', recording), undefined),
    readCoverage: (request) => inTimeOr(work.do('readCoverage', request), undefined),
  };
  const running = new Set<AbortController>();
  let disposed = false;
  let runner: Runner | undefined;

  /** From the first use on: most sessions start without running anything. */
  async function loadRunner(): Promise<Runner> {
    const { createRunner } = await import('../../runner/runner.lazy.ts');
    runner ??= createRunner(options, homedir());
    if (disposed) runner.dispose();
    return runner;
  }

  const choice = createChoice(async () => (await loadRunner()).choose(nodePlaces()), log);
  const affects = (event: vscode.ConfigurationChangeEvent, name: string) =>
    event.affectsConfiguration(`loopwise.${name}`);
  const settingChanged = vscode.workspace.onDidChangeConfiguration((event) => {
    if (affects(event, setting.nodePath)) choice.forget();
    if (affects(event, setting.nodePath) || affects(event, setting.memoryLimit)) {
      runner?.clearWaiting();
    }
  });
  // Which programs may be asked for their version depends on both.
  const trustChanged = vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(() => choice.forget()),
    vscode.workspace.onDidChangeWorkspaceFolders(() => choice.forget()),
  );

  async function runLogged(
    request: RunRequest,
    runtime: Runtime,
    isUsual: boolean,
  ): Promise<RunResult> {
    const loaded = await loadRunner();
    try {
      const result = await loaded.run(request, runtime, isUsual);
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

  async function run(
    request: Parameters<RunnerService['run']>[0],
    { runtime: wanted }: NonNullable<Parameters<RunnerService['run']>[1]> = {},
  ): Promise<RunResult> {
    const abort = new AbortController();
    const signal = AbortSignal.any([abort.signal, ...(request.signal ? [request.signal] : [])]);
    running.add(abort);
    // What is asked for too late is answered as cancelled.
    if (disposed) abort.abort();
    try {
      const there = await atPlace(request, work);
      const limits = { ...configuredLimits(), ...request.limits };
      const limited = { ...there, signal, limits };
      const runtime = wanted ?? (await choice.runtime());
      // A run on another Node leaves alone the child that waits on the user's own.
      return await runLogged(limited, runtime, wanted === undefined);
    } finally {
      running.delete(abort);
    }
  }

  return {
    run: (request, options) => inWords(run(request, options)),
    runtime: () => inWords(choice.runtime()),
    async findRuntimes() {
      return (await loadRunner()).find(nodePlaces());
    },
    tryRuntime: (path) =>
      inWords(loadRunner().then((loaded) => loaded.choose({ ...nodePlaces(), setting: path }))),
    dispose() {
      disposed = true;
      settingChanged.dispose();
      trustChanged.dispose();
      for (const abort of running) abort.abort();
      runner?.dispose();
    },
  };
}

/** What goes wrong is said in the user's language from here on. */
const inWords = <Value>(result: Promise<Value>): Promise<Value> =>
  result.catch(async (error: unknown) => {
    const { worded } = await import('./worded-error.lazy.ts');
    throw worded(error);
  });

/** Snippets have no place of their own, and don't wait for what finds it. */
async function atPlace(request: ProgramRequest, work: Work): Promise<RunRequest> {
  if (!request.origin) return request;
  const { placed } = await import('../subject/place-program.lazy.ts');
  return placed(request, work);
}

/** The Node that was chosen, until there is a reason to choose again. */
interface Choice {
  runtime(): Promise<Runtime>;
  forget(): void;
}

function createChoice(choose: () => Promise<Runtime>, log: vscode.LogOutputChannel): Choice {
  let chosen: Promise<Runtime> | undefined;
  const chooseLogged = async (): Promise<Runtime> => {
    try {
      const runtime = await choose();
      log.info(`Snippets run on Node.js ${runtime.version}, ${runtime.path} (${runtime.origin})`);
      return runtime;
    } catch (error) {
      log.error(asLogged(error));
      throw error;
    }
  };
  return {
    runtime() {
      const choosing = (chosen ??= chooseLogged());
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
