import type { Answer, Colored, FromPage, FromScript, ToPage } from '../../shared/code-page.ts';
import { vscode } from './host.ts';

/** The extension's side, as a page sees it. */
export interface Connection<Request, Memento> {
  /** @param onFailure gets a message for the user when the host could not do it */
  ask(request: Request, onFailure: (message: string) => void): void;
  ready(): void;
  /** What this page stored before it was hidden or reloaded. */
  memento(): Memento | undefined;
  keep(memento: Memento): void;
}

/**
 * @param page the page that this is; the host may speak to an older one
 * @param onNews gets what the host sends without being asked
 */
export function connect<
  // What a host sends differs from page to page; only the page's own handler says what that is.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  News extends { readonly kind: string },
  Request extends object,
  Memento extends { readonly page: string },
>(page: string, onNews: (message: News | Colored) => void): Connection<Request, Memento> {
  const waiting = new Map<number, (message: string) => void>();
  let lastId = 0;
  let heard = false;
  const say = (kind: FromScript['kind']): void => {
    vscode.postMessage({ kind, page } satisfies FromPage<Request>);
  };

  window.addEventListener('message', ({ data }: MessageEvent<ToPage<News>>) => {
    if (data.page !== page) return;
    if (!heard) say('shown');
    heard = true;
    if (!isAnswer(data)) {
      onNews(data);
      return;
    }
    if (data.kind === 'failed') waiting.get(data.id)?.(data.message);
    waiting.delete(data.id);
  });

  return {
    ask(request, onFailure) {
      lastId += 1;
      waiting.set(lastId, onFailure);
      vscode.postMessage({ ...request, id: lastId, page } satisfies FromPage<Request>);
    },
    ready: () => say('ready'),
    memento() {
      const stored = vscode.getState() as Memento | undefined;
      return stored?.page === page ? stored : undefined;
    },
    keep: (memento) => vscode.setState(memento),
  };
}

function isAnswer(message: { readonly kind: string }): message is Answer {
  return message.kind === 'answered' || message.kind === 'failed';
}
