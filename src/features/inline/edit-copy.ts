import * as vscode from 'vscode';
import { findSubject } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import { shownCode } from '../subject/subject.ts';
import { copyText, createSnippetCopies } from './copies.ts';

/** Opens what a page or a tree shows as a document of the user's own, beside it. */
export async function editCopy(services: Services, argument: unknown): Promise<void> {
  const subject = await findSubject(services, argument);
  if (!subject) return;
  const document = await vscode.workspace.openTextDocument({
    content: await copyText(subject, services),
    language: shownCode(subject).language === 'ts' ? 'typescript' : 'javascript',
  });
  if (subject.kind === 'snippet') {
    await createSnippetCopies(services).remember(document, subject.snippet.id);
  }
  await vscode.window.showTextDocument(document, {
    viewColumn: services.activeSubject.current
      ? vscode.ViewColumn.Beside
      : vscode.ViewColumn.Active,
    preview: false,
  });
}
