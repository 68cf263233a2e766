import { l10n } from 'vscode';

/** What a program of the drill is called. @param seed of its recipe */
export const drillTitle = (seed: number): string => l10n.t('Drill {0}', seed);

/** What is said above the sentence of a belief that a wrong prediction fits. @param isNamed all answers fit it */
export const beliefClaim = (isNamed: boolean): string =>
  isNamed
    ? l10n.t('Your answers match the belief that this is true:')
    : l10n.t('Your order is what Node.js would print if this were true:');
