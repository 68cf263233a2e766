import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';

/** The command that chooses the Node.js that runs snippets. */
export function registerRuntimes(services: Services): void {
  services.context.subscriptions.push(
    // With a path (a keybinding's argument) nothing is asked; an empty one lets Node be found.
    vscode.commands.registerCommand(command.selectRuntime, async (argument: unknown) => {
      const { pickRuntime, takeRuntime } = await import('./pick-runtime.lazy.ts');
      return typeof argument === 'string' ? takeRuntime(services, argument) : pickRuntime(services);
    }),
  );
}
