import * as l10n from '@vscode/l10n';
import type { NotRunReason } from '../../shared/predict.ts';

/** Why nothing ran, as a headline. */
export const troubleTitle = (reason: Exclude<NotRunReason, 'cancelled'>): string =>
  ({
    noNode: l10n.t('No usable Node.js'),
    folder: l10n.t("Couldn't write the snippet to disk"),
    unfit: l10n.t("Node.js can't run this code"),
    unsaved: l10n.t('This Node.js runs only what is saved'),
    changed: l10n.t('The file has changed'),
    untrusted: l10n.t('This code was not run'),
    failed: l10n.t('Something went wrong'),
  })[reason];
