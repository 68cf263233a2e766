import * as vscode from 'vscode';
import { breakOfCommand } from '../../study/nudge/break-of-command.ts';
import type { Break } from '../../study/nudge/decide-nudge.ts';
import { numberOfDay } from '../../study/study-day.ts';

/** Milliseconds after a day has begun: whoever types at the first is asked at a later one. */
const firstMinutes = [60_000, 3 * 60_000, 5 * 60_000];

/** Where it is heard of. */
export interface BreakSources {
  readonly isFocused: () => boolean;
  readonly onDidChangeWindowState: vscode.Event<Pick<vscode.WindowState, 'focused'>>;
  readonly onDidEndTask: vscode.Event<{
    readonly exitCode: number | undefined;
    readonly execution: { readonly task: Pick<vscode.Task, 'group'> };
  }>;
  readonly onDidEndCommand: vscode.Event<{
    readonly exitCode: number | undefined;
    readonly execution: {
      readonly commandLine: Pick<vscode.TerminalShellExecutionCommandLine, 'value'>;
    };
  }>;
}

const ofEditor = (): BreakSources => ({
  isFocused: () => vscode.window.state.focused,
  onDidChangeWindowState: vscode.window.onDidChangeWindowState,
  onDidEndTask: vscode.tasks.onDidEndTaskProcess,
  onDidEndCommand: vscode.window.onDidEndTerminalShellExecution,
});

/**
 * Tells when something has ended well: a task or a command of a terminal that tests or builds, or a commit. VS Code
 * doesn't tell extensions of runs of the Test Explorer. After a failure nobody is free: there is something to fix.
 * @param isNewDay whether this window is the first one today
 */
export function followBreaks(
  tell: (moment: Break) => void,
  isNewDay: () => boolean,
  sources: BreakSources = ofEditor(),
): vscode.Disposable {
  const { onDidEndTask, onDidEndCommand, onDidChangeWindowState } = sources;
  const { Build, Test } = vscode.TaskGroup;
  let timers: NodeJS.Timeout[] = [];
  let begunOn = 0;

  /** Nothing is asked of a clock: the day begins when somebody is there. */
  function beginDay(): void {
    const today = numberOfDay(Date.now());
    if (begunOn === today) return;
    begunOn = today;
    for (const timer of timers) clearTimeout(timer);
    timers = isNewDay()
      ? firstMinutes.map((ms) => setTimeout(() => tell('dayBegins'), ms).unref())
      : [];
  }
  if (sources.isFocused()) beginDay();

  const listeners = vscode.Disposable.from(
    onDidEndTask(({ execution, exitCode }) => {
      const group = execution.task.group?.id;
      if (exitCode !== 0) return;
      if (group === Test.id) tell('tests');
      if (group === Build.id) tell('build');
    }),
    onDidEndCommand(({ execution, exitCode }) => {
      const moment = exitCode === 0 ? breakOfCommand(execution.commandLine.value) : undefined;
      if (moment) tell(moment);
    }),
    onDidChangeWindowState(({ focused }) => {
      if (focused) beginDay();
    }),
    followCommits(() => tell('commit')),
  );
  return new vscode.Disposable(() => {
    for (const timer of timers) clearTimeout(timer);
    listeners.dispose();
  });
}

/** What of the API of VS Code's own Git extension is used. */
interface Git {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): {
    readonly repositories: readonly Repository[];
    readonly onDidOpenRepository: vscode.Event<Repository>;
  };
}

interface Repository {
  readonly onDidCommit: vscode.Event<void>;
}

/** Commits that are made in the editor; those of a terminal are known by their command. */
function followCommits(tell: () => void): vscode.Disposable {
  const listeners: vscode.Disposable[] = [];
  let disposed = false;
  const add = (listener: vscode.Disposable): void => {
    if (disposed) listener.dispose();
    else listeners.push(listener);
  };
  const follow = ({ onDidCommit }: Repository): void => add(onDidCommit(tell));
  const begin = (git: Git): void => {
    if (!git.enabled) return;
    const { repositories, onDidOpenRepository } = git.getAPI(1);
    repositories.forEach(follow);
    add(onDidOpenRepository(follow));
  };
  // It starts with every window; where it is disabled, commits of the editor are not heard of.
  const extension = vscode.extensions.getExtension<Git>('vscode.git');
  Promise.resolve(extension?.activate())
    .then((git) => {
      if (!git) return;
      begin(git);
      add(git.onDidChangeEnablement(() => begin(git)));
    })
    .catch(() => undefined);
  return new vscode.Disposable(() => {
    disposed = true;
    for (const listener of listeners) listener.dispose();
  });
}
