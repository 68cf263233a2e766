import * as vscode from 'vscode';
import { parseRecipe, recipeLink } from '../../drill/recipe-text.ts';

/**
 * A link that opens the drill with one program: whoever follows it gets the same one.
 *
 * @param extension id of the extension
 * @param recipe as `recipeText` has it; undefined for text that isn't a recipe
 */
export function drillLink(extension: string, recipe: string): string | undefined {
  const parsed = parseRecipe(recipe);
  if (!parsed) return undefined;
  const path = `/drill/${recipeLink(parsed)}`;
  const { uriScheme: scheme } = vscode.env;
  return vscode.Uri.from({ scheme, authority: extension, path }).toString(true);
}
