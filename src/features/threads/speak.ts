import * as l10n from '@vscode/l10n';
import { workerData } from 'node:worker_threads';

/** VS Code's `l10n.bundle`: texts by their English ones; undefined for English. */
export type Translation = Readonly<Record<string, string>> | undefined;

/** Has the thread say its texts in the language of the window, which it was given as its data. */
export function speakAsTold(): void {
  const translation = workerData as Translation;
  if (translation) l10n.config({ contents: translation });
}
