import { l10n } from 'vscode';

/** What a program of the drill is called. @param recipe as `recipeText` has it */
export const drillTitle = (recipe: string): string =>
  l10n.t('Drill {0}', recipe.split('/')[2] ?? '');
