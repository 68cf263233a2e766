import * as vscode from 'vscode';
import type { PredictionOutcome } from '../../shared/predict.ts';
import type { ExtensionApi } from '../services/extension-api.ts';
import { command, panel as panelId } from '../services/ids.ts';
import type { Services } from '../services/services.ts';
import { nextUnsolved, randomOther, randomUnsolved } from './choose-snippet.ts';
import { readEditor } from './editor-code.ts';
import { createPredictPanel } from './predict-panel.ts';
import { createPredictSession, mayRun } from './predict-session.ts';
import { readArgument } from './read-argument.ts';
import { sessionWorld } from './session-world.ts';
import type { Subject } from './subject.ts';

/** The commands that predict and run snippets, and the page on which that happens. */
export function registerPredict(services: Services): ExtensionApi {
  const { bank, context, progress } = services;
  const panel = createPredictPanel(services, { nextUnsolved: showNextUnsolved });

  async function findSnippet(id: string): Promise<Subject | undefined> {
    const loaded = await bank.load();
    const snippet = loaded.snippet(id);
    if (!snippet) return undefined;
    const questionTitle = loaded.question(snippet.question)?.title ?? snippet.question;
    return { kind: 'snippet', snippet, questionTitle };
  }

  /** What a command is about; undefined after the user was told why there is nothing. */
  async function subjectOf(argument: unknown): Promise<Subject | undefined> {
    const given = readArgument(argument);
    if (given.kind === 'program') return { kind: 'program', program: given.program, own: false };
    if (given.kind === 'snippet') {
      const subject = await findSnippet(given.id);
      if (!subject) tell(vscode.l10n.t('There is no snippet "{0}".', given.id));
      return subject;
    }
    if (given.kind === 'unusable') {
      tell(vscode.l10n.t('This is no snippet that can be predicted or run.'));
      return undefined;
    }
    if (given.kind === 'none' && panel.activeSubject) return panel.activeSubject;
    return editorSubject(given.kind === 'file' ? given.uri : undefined);
  }

  async function predict(argument: unknown): Promise<void> {
    const subject = await subjectOf(argument);
    if (subject) panel.show(subject);
  }

  /** Resolves with what came of it when the run is over. */
  async function run(argument: unknown): Promise<PredictionOutcome | undefined> {
    const subject = await subjectOf(argument);
    return subject && panel.show(subject).run();
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
    const any = vscode.l10n.t('Predict Any');
    const chosen = await vscode.window.showInformationMessage(
      vscode.l10n.t('Every snippet is solved. You can predict any of them again.'),
      any,
    );
    const other = randomOther(all.snippets, shownSnippet(), Math.random());
    if (chosen === any && other) await predict(other.id);
  }

  function shownSnippet(): string | undefined {
    return panel.subject?.kind === 'snippet' ? panel.subject.snippet.id : undefined;
  }

  context.subscriptions.push(
    panel,
    vscode.commands.registerCommand(command.predictSnippet, predict),
    vscode.commands.registerCommand(command.predictRandomSnippet, predictRandom),
    vscode.commands.registerCommand(command.runSnippet, run),
    vscode.window.registerWebviewPanelSerializer(panelId.predict, {
      deserializeWebviewPanel: (restored, state) => panel.restore(restored, state, findSnippet),
    }),
  );

  return {
    async predict(argument, prediction) {
      const given = readArgument(argument);
      const subject =
        given.kind === 'snippet'
          ? await findSnippet(given.id)
          : given.kind === 'program'
            ? ({ kind: 'program', program: given.program, own: true } as const)
            : undefined;
      if (!subject) throw new Error('Loopwise has no such snippet.');
      const session = createPredictSession(
        subject,
        sessionWorld(services, () => undefined),
      );
      return session.predict({ mode: 'typed', lines: prediction });
    },
  };
}

/** The code of an editor, if there is any and it may run. */
async function editorSubject(uri: string | undefined): Promise<Subject | undefined> {
  const code = await readEditor(uri);
  if (code.kind === 'refused') {
    tell(code.message);
    return undefined;
  }
  if (mayRun(code.subject, vscode.workspace.isTrusted)) return code.subject;
  askForTrust();
  return undefined;
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

function askForTrust(): void {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const message = vscode.l10n.t(
    'This window is in Restricted Mode, and Loopwise runs code of your workspace only when you trust it. The snippets that come with Loopwise run anywhere.',
  );
  void vscode.window.showWarningMessage(message, manage).then((chosen) => {
    if (chosen === manage) void vscode.commands.executeCommand('workbench.trust.manage');
  });
}
