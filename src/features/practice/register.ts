import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import type { Services } from '../services/services.ts';
import { command, testController } from '../settings/ids.ts';
import type { PracticeTests } from './practice.lazy.ts';
import { practiceScheme } from './scheme.ts';

/** Practice problems in the Test Explorer. Problems and runner are read when somebody looks at them. */
export function registerPractice(services: Services): void {
  const { subscriptions } = services.context;
  const controller = vscode.tests.createTestController(
    testController,
    vscode.l10n.t('Loopwise Practice'),
  );
  const { load } = loadOnce<PracticeTests>(() =>
    import('./practice.lazy.ts').then(({ createPractice }) => {
      const created = createPractice(services, controller);
      subscriptions.push(created);
      return created;
    }),
  );
  controller.resolveHandler = async (item) => (await load()).resolve(item);
  const profile = (name: string, kind: vscode.TestRunProfileKind): vscode.TestRunProfile =>
    controller.createRunProfile(
      name,
      kind,
      async (request, token) => (await load()).run(request, token),
      true,
    );
  subscriptions.push(
    controller,
    profile(vscode.l10n.t('Run'), vscode.TestRunProfileKind.Run),
    profile(vscode.l10n.t('Debug'), vscode.TestRunProfileKind.Debug),
    vscode.workspace.registerTextDocumentContentProvider(practiceScheme, {
      provideTextDocumentContent: async (uri) => (await load()).text(uri),
    }),
    vscode.commands.registerCommand(command.openProblem, async (argument: unknown, how: unknown) =>
      (await load()).open(argument, how),
    ),
    vscode.commands.registerCommand(command.showProblemHint, async (argument: unknown) =>
      (await load()).hint(argument),
    ),
    vscode.commands.registerCommand(command.showProblemSolution, async (argument: unknown) =>
      (await load()).solution(argument),
    ),
    vscode.commands.registerCommand(command.choosePracticeFolder, async () =>
      (await load()).chooseFolder(),
    ),
  );
}
