import * as vscode from 'vscode';
import { storyOf } from '../../study/story/story-mark.ts';

/** Lines in which front matter has its place. */
const linesOfMatter = 20;

/** The template that a document was begun from, if it was. */
export function storyIn(document: vscode.TextDocument): string | undefined {
  // Nearly all other documents are told by their first characters.
  if (document.getText(new vscode.Range(0, 0, 0, 3)) !== '---') return undefined;
  return storyOf(document.getText(new vscode.Range(0, 0, linesOfMatter, 0)));
}
