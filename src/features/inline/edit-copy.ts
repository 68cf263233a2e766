import * as vscode from 'vscode';
import { findSubject } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import { executable, shownCode } from '../subject/subject.ts';

/** Opens what a page or a tree shows as a document of the user's own, beside it. */
export async function editCopy(services: Services, argument: unknown): Promise<void> {
  const subject = await findSubject(services, argument);
  if (!subject) return;
  const { code, language } = shownCode(subject);
  const { kind } = executable(subject);
  const isModule =
    language === 'ts' ? kind === 'mjs' : await services.work.do('isModuleSyntax', code);
  // A document without a name is loaded as its syntax says.
  const mark =
    kind === 'mjs' && !isModule
      ? '\nexport {}; // Makes it an ES module, as the original is.\n'
      : '';
  const document = await vscode.workspace.openTextDocument({
    content: code + mark,
    language: language === 'ts' ? 'typescript' : 'javascript',
  });
  await vscode.window.showTextDocument(document, {
    viewColumn: services.activeSubject.current
      ? vscode.ViewColumn.Beside
      : vscode.ViewColumn.Active,
    preview: false,
  });
}
