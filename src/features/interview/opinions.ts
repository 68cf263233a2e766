import * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import { errorText } from '../ui/error-text.ts';
import type { ModelView } from './interview-html.ts';
import { createModels, type Asked, type Opinion } from './model-opinion.ts';

/** What a language model says of the item on the page, once it is asked. */
export interface Opinions {
  readonly view: ModelView;
  /** Asks, unless a model is being asked already. What it says, or why it says nothing, is in `view` then. */
  ask(about: Asked): Promise<void>;
  /** What is being asked is of no use any more. */
  stop(): void;
  /** Another item is on the page. */
  forget(): void;
  dispose(): void;
}

/** @param changed the view is another one */
export function createOpinions(log: Services['log'], changed: () => Promise<void>): Opinions {
  const models = createModels(log, () => void changed());
  let asking: vscode.CancellationTokenSource | undefined;
  let followUps: readonly Opinion[] = [];
  let feedback: Opinion | undefined;
  let trouble: string | undefined;

  function stop(): void {
    asking?.cancel();
    asking = undefined;
  }

  return {
    get view() {
      const isAsked = asking !== undefined;
      return { name: models.name, isAsked, followUps, feedback, trouble };
    },
    async ask(about) {
      if (asking) return;
      const mine = new vscode.CancellationTokenSource();
      asking = mine;
      trouble = undefined;
      await changed();
      try {
        const asked = [...about.followUps, ...followUps.map(({ text }) => text)];
        // A model may go on after it was cancelled, and nobody waits for it.
        const stopped = new Promise<undefined>((resolve) => {
          mine.token.onCancellationRequested(() => resolve(undefined));
        });
        const answer = models.ask({ ...about, followUps: asked }, mine.token);
        const opinion = await Promise.race([answer, stopped]);
        if (asking !== mine || !opinion) return;
        if (about.wanted === 'feedback') feedback = opinion;
        else followUps = [...followUps, opinion];
      } catch (error) {
        if (asking !== mine) return;
        log.warn(errorText(error));
        // On the page itself: it was drawn anew since it asked, and gets no answer to what it asked before.
        trouble = errorText(error);
      } finally {
        mine.dispose();
        if (asking === mine) {
          asking = undefined;
          await changed();
        }
      }
    },
    stop,
    forget() {
      stop();
      followUps = [];
      feedback = undefined;
      trouble = undefined;
    },
    dispose() {
      stop();
      models.dispose();
    },
  };
}
