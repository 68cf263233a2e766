import { vscode } from './host.ts';

/** What the host says of a request, by its number. */
type Answer =
  | { readonly kind: 'answered'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** The extension's side, as a page sees it. */
export interface Connection<Request, Memento> {
  /** Resolves when the host has taken care of it; rejects with a message for the user. */
  request(request: Request): Promise<void>;
  ready(): void;
  /** What this page stored before it was hidden or reloaded. */
  memento(page: string): Memento | undefined;
  keep(memento: Memento): void;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** @param onNews gets what the host sends without being asked */
export function connect<
  // What a host sends differs from page to page; only the page's own handler says what that is.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  News extends { readonly kind: string },
  Request extends object,
  Memento extends { readonly page: string },
>(onNews: (message: News) => void): Connection<Request, Memento> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  window.addEventListener('message', ({ data }: MessageEvent<News | Answer>) => {
    if (!isAnswer(data)) {
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
        vscode.postMessage({ ...request, id });
      });
    },
    ready: () => vscode.postMessage({ kind: 'ready' }),
    memento(page) {
      const stored = vscode.getState() as Memento | undefined;
      return stored?.page === page ? stored : undefined;
    },
    keep: (memento) => vscode.setState(memento),
  };
}

function isAnswer(message: { readonly kind: string }): message is Answer {
  return message.kind === 'answered' || message.kind === 'failed';
}
