import * as vscode from 'vscode';
import type { PredictionOutcome } from '../../shared/predict.ts';
import { findSubject } from '../services/find-subject.ts';
import { command, panel as panelType } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { nextUnsolved, randomOther, randomUnsolved } from './choose-snippet.ts';
import { lazyPanel } from '../pages/restore-panel.ts';
import type { PredictPanel } from './predict-panel.lazy.ts';
import { isRunElsewhere } from '../subject/run-elsewhere.ts';

/** The commands that predict and run snippets, and the page on which that happens. */
export function registerPredict(services: Services): void {
  const { bank, context, progress } = services;
  let panel: PredictPanel | undefined;
  const load = lazyPanel(context, panelType.predict, async () => {
    const { createPredictPanel } = await import('./predict-panel.lazy.ts');
    panel = createPredictPanel(services, { nextUnsolved: showNextUnsolved });
    return panel;
  });

  async function predict(argument: unknown): Promise<void> {
    const subject = await findSubject(services, argument);
    if (subject) (await load()).show(subject);
  }

  /** Resolves with what came of it when the run is over. */
  async function run(argument: unknown): Promise<PredictionOutcome | undefined> {
    const subject = await findSubject(services, argument);
    return subject && (await load()).show(subject).run();
  }

  /** Resolves with the run that is shown; the page draws its timeline by itself. */
  async function showTimeline(
    argument: unknown,
    made?: unknown,
  ): Promise<PredictionOutcome | undefined> {
    const subject = await findSubject(services, argument);
    if (!subject) return undefined;
    const page = await load();
    if (isRunElsewhere(made)) {
      await page.showRun(subject, made.result, made.moment);
      return undefined;
    }
    return page.showTimeline(subject);
  }

  async function predictRandom(): Promise<void> {
    const { bank: all } = await bank.load();
    const current = shownSnippet();
    const chosen = randomUnsolved(all.snippets, await progress.load(), current, Math.random());
    return chosen ? predict(chosen.id) : offerAny();
  }

  async function showNextUnsolved(): Promise<void> {
    const { bank: all } = await bank.load();
    const next = nextUnsolved(all.snippets, await progress.load(), shownSnippet());
    return next ? predict(next.id) : offerAny();
  }

  async function offerAny(): Promise<void> {
    const { bank: all } = await bank.load();
    const any = vscode.l10n.t('Predict Any Snippet');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('Every snippet is solved. You can predict any of them again.'),
      any,
    );
    const other = randomOther(all.snippets, shownSnippet(), Math.random());
    if (chosen === any && other) await predict(other.id);
  }

  function shownSnippet(): string | undefined {
    return panel?.subject?.kind === 'snippet' ? panel.subject.snippet.id : undefined;
  }

  context.subscriptions.push(
    vscode.commands.registerCommand(command.predictSnippet, predict),
    vscode.commands.registerCommand(command.predictRandomSnippet, predictRandom),
    vscode.commands.registerCommand(command.runSnippet, run),
    vscode.commands.registerCommand(command.showTimeline, showTimeline),
  );
}
