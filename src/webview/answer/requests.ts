import type {
  AnswerAction,
  AnswerHostMessage,
  AnswerPageMessage,
  NoteDraft,
} from '../../shared/answer.ts';
import { vscode } from '../common/host.ts';

type Settled = Extract<AnswerHostMessage, { kind: 'done' | 'failed' }>;

export interface Requests {
  /** Rejects with the host's message when it failed; it has been shown to the user then. */
  ask(action: AnswerAction): Promise<void>;
  /** @param colors that the page's code has */
  ready(colors: string): void;
  /** What the host says arrives here. */
  shown(): void;
  /** What is being written, for the host to keep. */
  draft(draft: NoteDraft | undefined): void;
  settle(message: Settled): void;
}

/** Matches the host's answers with what was asked. */
export function createRequests(page: number): Requests {
  const open = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
  const post = (message: AnswerPageMessage): void => vscode.postMessage(message);
  let last = 0;
  return {
    ask(action) {
      const request = ++last;
      post({ ...action, page, request });
      return new Promise((resolve, reject) => open.set(request, { resolve, reject }));
    },
    ready: (colors) => post({ kind: 'ready', page, colors }),
    shown: () => post({ kind: 'shown', page }),
    draft: (draft) => post({ kind: 'draft', page, ...(draft && { draft }) }),
    settle(message) {
      const waiting = open.get(message.request);
      open.delete(message.request);
      if (message.kind === 'done') {
        waiting?.resolve();
        return;
      }
      showFailure(message.message);
      waiting?.reject(new Error(message.message));
    },
  };
}

let hiding: ReturnType<typeof setTimeout> | undefined;

function showFailure(text: string): void {
  const element = document.getElementById('failure');
  if (!element) return;
  element.textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => (element.textContent = ''), 8000);
}
