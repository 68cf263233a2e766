import { l10n } from 'vscode';
import { seedOf } from '../../drill/recipe-text.ts';

/** What a program of the drill is called. @param recipe as `recipeText` has it */
export const drillTitle = (recipe: string): string => l10n.t('Drill {0}', seedOf(recipe));
