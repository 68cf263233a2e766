import type { AnswerView } from './answer-view.ts';
import type { RenderedAnswer } from './render-answer.ts';
import type { MarkedHtml } from '../pages/code-marks.ts';

/** A view as it is sent to another thread, which knows no bank: its links are looked up before. */
export type SentView = Omit<AnswerView, 'linked'> & { readonly links: Links };

/** The id of the question for each name that a text may link to; absent where there is no such question. */
export type Links = Readonly<Record<string, string>>;

/** What the host asks the thread that renders answers. */
export type RenderRequest =
  | { readonly kind: 'answer'; readonly view: SentView }
  | {
      readonly kind: 'note';
      readonly note: string;
      readonly view: Pick<SentView, 'links' | 'strings'>;
    }
  /** Begins the thread, before the first page has its data. */
  | { readonly kind: 'begin' };

/** A page that is whole but for the colors of its code. */
export type SentAnswer = RenderedAnswer & MarkedHtml;
