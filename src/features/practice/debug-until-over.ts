import type * as vscode from 'vscode';

/** What is used of `vscode.debug`. */
export type Debug = Pick<
  typeof vscode.debug,
  'onDidStartDebugSession' | 'onDidTerminateDebugSession' | 'startDebugging' | 'stopDebugging'
>;

/**
 * Debugs until the session is over. Stops that session, and no other, when it is aborted.
 * @returns false when no session came of it
 */
export async function debugUntilOver(
  debug: Debug,
  folder: vscode.WorkspaceFolder | undefined,
  configuration: vscode.DebugConfiguration,
  options: vscode.DebugSessionOptions,
  signal: AbortSignal,
): Promise<boolean> {
  let own: vscode.DebugSession | undefined;
  const started: vscode.DebugSession[] = [];
  const ended = new Set<string>();
  let settle = (): void => undefined;
  const over = new Promise<void>((resolve) => (settle = resolve));
  // Without a session, `stopDebugging` stops all there are.
  const stop = (): void => {
    if (own) void debug.stopDebugging(own);
  };
  const follow = (session: vscode.DebugSession | undefined): void => {
    if (own || !session) return;
    own = session;
    if (signal.aborted) stop();
    if (ended.has(session.id)) settle();
  };
  const listeners = [
    debug.onDidStartDebugSession((session) => {
      // The debugger of Node.js starts another one below the one that was asked for.
      if (session.parentSession) return;
      started.push(session);
      if (session.configuration['program'] === configuration['program']) follow(session);
    }),
    debug.onDidTerminateDebugSession(({ id }) => {
      ended.add(id);
      if (id === own?.id) settle();
    }),
  ];
  signal.addEventListener('abort', stop);
  try {
    if (!(await debug.startDebugging(folder, configuration, options))) return false;
    // Another extension may have changed the program; what is asked for starts before this.
    follow(started.find(({ name }) => name === configuration.name));
    if (!own && started.length === 1) follow(started[0]);
    if (!own) return false;
    await over;
    return true;
  } finally {
    signal.removeEventListener('abort', stop);
    for (const one of listeners) one.dispose();
  }
}
