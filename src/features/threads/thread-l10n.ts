import * as l10n from '@vscode/l10n';
import { workerData } from 'node:worker_threads';

/** VS Code's `l10n.bundle`: texts by their English ones; undefined for English. */
export type Translation = Readonly<Record<string, string>> | undefined;

/** Has `l10n.t` of a thread answer in the language of the window, whose translation is the data of the thread. */
export function configureL10n(): void {
  const translation = workerData as Translation;
  if (translation) l10n.config({ contents: translation });
}
