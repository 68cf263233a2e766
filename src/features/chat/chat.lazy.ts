import type * as vscode from 'vscode';
import type { LoopwiseApi } from '../../../docs/loopwise-api.d.ts';
import type { Services } from '../services/services.ts';
import { createParticipant } from './participant.ts';
import { createBankSearch } from './search-bank.ts';
import { createTools } from './tools.ts';
import type { Tools } from './tools.ts';

export interface Chat {
  readonly tools: Tools;
  readonly respond: vscode.ChatRequestHandler;
  dispose(): void;
}

export function createChat(
  services: Pick<Services, 'bank' | 'context' | 'log'>,
  api: LoopwiseApi,
): Chat {
  const search = createBankSearch(services);
  return {
    tools: createTools(services, api, search),
    respond: createParticipant(services, api, search),
    dispose: () => search.dispose(),
  };
}
