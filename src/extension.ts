import * as vscode from 'vscode';
import type { LoopwiseApi } from '../docs/loopwise-api.d.ts';
import { registerAnswer } from './features/answer/register.ts';
import { registerApi } from './features/api/register.ts';
import { registerBrowse } from './features/browse/register.ts';
import { registerChat } from './features/chat/register.ts';
import { registerCheatSheet } from './features/cheat-sheet/register.ts';
import { registerInline } from './features/inline/register.ts';
import { registerInterview } from './features/interview/register.ts';
import { registerInThisFile } from './features/in-this-file/register.ts';
import { registerPacks } from './features/packs/register.ts';
import { registerNudge } from './features/nudge/register.ts';
import { registerPlan } from './features/plan/register.ts';
import { registerPractice } from './features/practice/register.ts';
import { registerProgress } from './features/progress/register.ts';
import { registerPredict } from './features/predict/register.ts';
import { registerQuiz } from './features/quiz/register.ts';
import { registerRuns } from './features/runs/register.ts';
import { registerRuntimes } from './features/runtimes/register.ts';
import { registerStory } from './features/story/register.ts';
import { registerToday } from './features/today/register.ts';
import { registerTransfer } from './features/transfer/register.ts';
import { registerDrill } from './features/drill/register.ts';
import { createHighlighter } from './features/pages/highlight.ts';
import { createActiveSubject } from './features/subject/active-subject.ts';
import { createBankService } from './features/services/bank-service.ts';
import { createDrills } from './features/services/create-drills.ts';
import { createMaterialService } from './features/services/material-service.ts';
import { createProgressService } from './features/services/progress-service.ts';
import { createRunnerService } from './features/services/runner-service.ts';
import { createSeenOutputs } from './features/services/seen-outputs.ts';
import { createShownQuestion } from './features/services/shown-question.ts';
import { createDue } from './features/services/create-due.ts';
import { createStudy } from './features/services/create-study.ts';
import { command } from './features/settings/ids.ts';
import type { Services } from './features/services/services.ts';
import { createWork } from './features/threads/work.ts';

/** Only wires: builds the services and lets each feature register itself. */
export function activate(context: vscode.ExtensionContext): LoopwiseApi {
  const log = vscode.window.createOutputChannel('Loopwise', { log: true });
  const { fsPath: worker } = vscode.Uri.joinPath(context.extensionUri, 'dist/lazy/work.worker.js');
  const work = createWork(worker);
  const bank = createBankService(context.extensionUri);
  const progress = createProgressService(context.globalStorageUri, log);
  const material = createMaterialService(context.extensionUri, log);
  const study = createStudy(bank, progress, material);
  const due = createDue({ bank, progress, study, log });
  const runner = createRunnerService(context.extensionUri, log, work);
  const services: Services = {
    ...{ context, log, bank, material, progress, study, due, runner },
    drills: createDrills({ context, log, progress, runner, study, work }),
    seenOutputs: createSeenOutputs(),
    shownQuestion: createShownQuestion(),
    activeSubject: createActiveSubject(),
    work,
    highlighter: createHighlighter(context.extensionUri),
  };
  context.subscriptions.push(
    log,
    services.bank,
    services.progress,
    due,
    services.runner,
    services.shownQuestion,
    services.activeSubject,
    services.highlighter,
    work,
    vscode.commands.registerCommand(command.showLog, () => log.show()),
  );
  registerToday(services);
  registerBrowse(services);
  registerAnswer(services);
  registerCheatSheet(services);
  registerDrill(services);
  registerPacks(services);
  registerInline(services);
  registerInThisFile(services);
  registerPlan(services);
  registerStory(services);
  registerQuiz(services);
  registerNudge(services);
  registerInterview(services);
  registerPractice(services);
  registerProgress(services);
  registerRuns(services);
  registerRuntimes(services);
  registerPredict(services);
  registerTransfer(services);
  const api = registerApi(services);
  registerChat(services, api);
  return api;
}
