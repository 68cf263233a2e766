import { createThread } from '../threads/thread.ts';
import type { Translation } from '../threads/thread-l10n.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import type { AnswerView } from './answer-view.ts';
import { renderSeconds } from './render-time.ts';
import type { Links, RenderRequest, SentAnswer } from './render-messages.ts';

/** How long the thread is kept when nobody reads, in milliseconds. */
const idle = 300_000;

/** Renders pages in a thread, whatever their texts are. */
export interface RenderThread {
  /** @throws TookTooLong */
  answer(view: AnswerView): Promise<SentAnswer>;
  /** Never rejects: as it was written where it can't be rendered, or takes too long. */
  note(note: string, linked: AnswerView['linked']): Promise<string>;
  dispose(): void;
}

/**
 * @param script the bundle of render.worker.ts
 * @param translation what VS Code has as `l10n.bundle`: undefined for English
 */
export function createRenderThread(
  script: string,
  translation: Translation,
  patience = renderSeconds * 1000,
): RenderThread {
  const thread = createThread<RenderRequest, unknown>(script, translation, { patience, idle });
  // Nobody needs the answer: it takes as long as the page's data do.
  thread.ask({ kind: 'begin' }).catch(() => undefined);
  return {
    async answer({ linked, ...view }) {
      const links = linksIn(JSON.stringify([view.question, view.note]), linked);
      return (await thread.ask({ kind: 'answer', view: { ...view, links } })) as SentAnswer;
    },
    async note(note, linked) {
      const links = linksIn(note, linked);
      try {
        return (await thread.ask({ kind: 'note', note, links })) as string;
      } catch {
        return `<pre>${escapeHtml(note)}</pre>`;
      }
    },
    dispose: () => thread.dispose(),
  };
}

function linksIn(text: string, linked: AnswerView['linked']): Links {
  const names = [...text.matchAll(/question:([a-z0-9-]+)/g)].map(([, name = '']) => name);
  const found = [...new Set(names)].map((name) => [name, linked(name)] as const);
  return Object.fromEntries(
    found.filter((link): link is [string, string] => link[1] !== undefined),
  );
}
