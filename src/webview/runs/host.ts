import type { HostMessage, PageMessage, RunsMemento } from '../../shared/runs.ts';
import { vscode } from '../common/host.ts';
import type { Request } from './page.ts';

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** The extension's side, as the page sees it. */
export interface Host {
  /** Resolves when the host has taken care of it; rejects with a message for the user. */
  request(request: Request): Promise<void>;
  ready(): void;
  /** What this page stored before it was hidden or reloaded. */
  memento(page: string): RunsMemento | undefined;
  keep(memento: RunsMemento): void;
}

/** @param onNews gets what the host sends without being asked */
export function connectHost(
  onNews: (message: Exclude<HostMessage, { kind: 'answered' | 'failed' }>) => void,
): Host {
  const waiting = new Map<number, Waiting>();
  const post = (message: PageMessage): void => vscode.postMessage(message);
  let lastId = 0;

  window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => {
    if (data.kind !== 'answered' && data.kind !== 'failed') {
      onNews(data);
      return;
    }
    const request = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'failed') request?.reject(new Error(data.message));
    else request?.resolve();
  });

  return {
    request(request) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        post({ ...request, id });
      });
    },
    ready: () => post({ kind: 'ready' }),
    memento(page) {
      const stored = vscode.getState() as RunsMemento | undefined;
      return stored?.page === page ? stored : undefined;
    },
    keep: (memento) => vscode.setState(memento),
  };
}
