import * as vscode from 'vscode';
import { command } from '../services/ids.ts';
import type { Services } from '../services/services.ts';
import { pickRuntime } from './pick-runtime.ts';

/** The command that chooses the Node.js that runs snippets. */
export function registerRuntimes(services: Services): void {
  services.context.subscriptions.push(
    vscode.commands.registerCommand(command.selectRuntime, () => pickRuntime(services)),
  );
}
