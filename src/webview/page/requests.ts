import type { FromPage } from '../../shared/page.ts';
import { vscode } from './host.ts';

/** What one page has asked its host for. */
export interface Requests<Request> {
  /** Rejects with the host's reason; the user has been shown it then. */
  ask(request: Request): Promise<void>;
  done(id: number): void;
  failed(id: number, message: string): void;
  /** Another page is put in place: the answers are of no use any more, and nobody gets them. */
  drop(): void;
}

let last = 0;

/** @param page the number that the host gave the page */
export function createRequests<Request>(page: number): Requests<Request> {
  const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  return {
    ask(request) {
      const id = ++last;
      vscode.postMessage({ kind: 'request', page, id, request } satisfies FromPage<Request>);
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    done(id) {
      waiting.get(id)?.resolve();
      waiting.delete(id);
      showFailure('');
    },
    failed(id, message) {
      showFailure(message);
      waiting.get(id)?.reject(new Error(message));
      waiting.delete(id);
    },
    drop() {
      // Not rejected: who waited would draw on the page that is in place by then.
      waiting.clear();
      showFailure('');
    },
  };
}

/** Stays until the next request is answered, or another page is shown. */
function showFailure(text: string): void {
  const element = document.getElementById('failure');
  if (element && element.textContent !== text) element.textContent = text;
}
