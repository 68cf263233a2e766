import { l10n } from 'vscode';

/** What a program of the drill is called. @param seed of its recipe */
export const drillTitle = (seed: number): string => l10n.t('Drill {0}', seed);
