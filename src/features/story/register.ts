import * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { storyIn } from './story-in.ts';
import type { Stories } from './stories.lazy.ts';
import type { SpeakingTimer } from './speaking-timer.lazy.ts';

/** Stories of one's work, written from templates and told against a clock. */
export function registerStory(services: Services): void {
  const { subscriptions } = services.context;
  let stories: Promise<Stories> | undefined;
  let timer: Promise<SpeakingTimer> | undefined;
  const loadStories = (): Promise<Stories> =>
    (stories ??= import('./stories.lazy.ts').then(({ createStories }) => {
      const created = createStories(services);
      subscriptions.push(created);
      return created;
    }));
  const loadTimer = (): Promise<SpeakingTimer> =>
    (timer ??= import('./speaking-timer.lazy.ts').then(({ createSpeakingTimer }) => {
      const created = createSpeakingTimer();
      subscriptions.push(created);
      return created;
    }));
  /** Of other documents, no more than the beginning is read. */
  const look = (document: vscode.TextDocument): void => {
    if (stories || document.languageId !== 'markdown' || storyIn(document) === undefined) return;
    void loadStories();
  };

  subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.commands.registerCommand(command.newStory, async (template: unknown) =>
      (await loadStories()).begin(template),
    ),
    vscode.commands.registerCommand(command.startSpeaking, async () => {
      const [running, told] = await Promise.all([loadTimer(), loadStories()]);
      running.start(await told.target(vscode.window.activeTextEditor?.document));
    }),
    vscode.commands.registerCommand(command.stopSpeaking, async () => (await loadTimer()).stop()),
  );
  vscode.workspace.textDocuments.forEach(look);
}
