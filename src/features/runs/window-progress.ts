import * as vscode from 'vscode';
import type { RunsStatus } from '../../shared/runs.ts';

/** Most series are over before anyone could read that they run. */
const patienceMs = 1500;

/** Shows in the status bar how far a series is, when it takes long. */
export function showProgress(
  title: string,
  over: Promise<unknown>,
  status: () => RunsStatus,
): void {
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Window, title };
    void vscode.window.withProgress(options, async (progress) => {
      const tell = (): void => progress.report({ message: messageOf(status()) });
      const ticking = setInterval(tell, 500);
      tell();
      await over;
      clearInterval(ticking);
    });
  }, patienceMs);
  void over.then(() => clearTimeout(timer));
}

function messageOf(status: RunsStatus): string {
  if (status.kind !== 'running' || !status.report) return '';
  const { done, wanted } = status.report;
  return vscode.l10n.t('{0} of {1} runs', done, wanted);
}
