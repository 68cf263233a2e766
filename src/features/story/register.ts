import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { asLogged } from '../ui/error-text.ts';
import { storyIn } from './story-in.ts';
import type { Stories } from './stories.lazy.ts';
import type { SpeakingTimer } from './speaking-timer.lazy.ts';

/** Stories of one's work, written from templates and told against a clock. */
export function registerStory(services: Services): void {
  const { context, log } = services;
  const { subscriptions } = context;
  const stories = loadOnce<Stories>(() =>
    import('./stories.lazy.ts').then(({ createStories }) => {
      const created = createStories(services);
      subscriptions.push(created);
      return created;
    }),
  );
  const timer = loadOnce<SpeakingTimer>(() =>
    import('./speaking-timer.lazy.ts').then(({ createSpeakingTimer }) => {
      const created = createSpeakingTimer();
      subscriptions.push(created);
      return created;
    }),
  );
  /** Only the beginning of other documents is read. */
  const look = (document: vscode.TextDocument): void => {
    if (stories.isBegun || document.languageId !== 'markdown') return;
    if (storyIn(document) === undefined) return;
    stories.load().catch((error: unknown) => log.error(asLogged(error)));
  };

  subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.commands.registerCommand(command.newStory, async (template: unknown) =>
      (await stories.load()).begin(template),
    ),
    vscode.commands.registerCommand(command.startSpeaking, async () => {
      const [running, told] = await Promise.all([timer.load(), stories.load()]);
      running.start(await told.target(vscode.window.activeTextEditor?.document));
    }),
    vscode.commands.registerCommand(command.stopSpeaking, async () => (await timer.load()).stop()),
  );
  vscode.workspace.textDocuments.forEach(look);
}
