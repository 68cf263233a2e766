import type { PageSetting, PageSnippet } from '../../shared/predict.ts';
import type { Action } from './action.ts';

/** What every view is given beside the state. */
export interface PageContext {
  readonly snippet: PageSnippet;
  readonly send: (action: Action) => void;
  readonly check: () => void;
  readonly run: () => void;
  /** Shows the text that the document has by now, and runs it if that is wanted. */
  readonly refresh: (run: boolean) => void;
  readonly cancel: () => void;
  /** Hands on what was typed for the standard input of a run. */
  readonly type: (run: number, text: string) => void;
  readonly endInput: (run: number) => void;
  readonly nextUnsolved: () => void;
  /** The snippet's own question, or another one. */
  readonly openQuestion: (question?: string) => void;
  readonly runManyTimes: () => void;
  readonly runEverywhere: () => void;
  readonly anotherLikeThis: () => void;
  readonly openSetting: (setting: PageSetting) => void;
  readonly manageTrust: () => void;
  readonly showLine: (line: number) => void;
}
