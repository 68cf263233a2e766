import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import type { LoopwiseApi } from '../../../docs/loopwise-api.d.ts';
import type { Services } from '../services/services.ts';
import { participant, tool } from '../settings/ids.ts';
import type { Chat } from './chat.lazy.ts';
import type { Tools } from './tools.ts';

/**
 * Tools for language models and `@loopwise` in the chat, where the editor has them; they use the same API
 * as other extensions. Loads what it needs when one of them is first called.
 */
export function registerChat(services: Services, api: LoopwiseApi): void {
  const { subscriptions } = services.context;
  const { load } = loadOnce<Chat>(() =>
    import('./chat.lazy.ts').then(({ createChat }) => {
      const chat = createChat(services, api);
      subscriptions.push(chat);
      return chat;
    }),
  );

  // Other editors that are built on VS Code may lack either.
  const { lm, chat } = vscode as Partial<Pick<typeof vscode, 'lm' | 'chat'>>;
  if (typeof lm?.registerTool === 'function') {
    for (const name of Object.keys(tool) as (keyof Tools)[]) {
      subscriptions.push(lm.registerTool(tool[name], toolNamed(name)));
    }
  }
  if (typeof chat?.createChatParticipant === 'function') {
    const created = chat.createChatParticipant(participant, async (...args) =>
      (await load()).respond(...args),
    );
    created.iconPath = vscode.Uri.joinPath(services.context.extensionUri, 'media', 'icon.png');
    subscriptions.push(created);
  }

  /** Each reads its own input, which VS Code has checked against the schema of the manifest. */
  function toolNamed(name: keyof Tools): vscode.LanguageModelTool<never> {
    return {
      prepareInvocation: async (options, token) =>
        (await load()).tools[name].prepareInvocation(options, token),
      invoke: async (options, token) => (await load()).tools[name].invoke(options, token),
    };
  }
}
