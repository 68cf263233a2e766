import * as vscode from 'vscode';
import { readArgument } from '../subject/command-argument.ts';
import type { Services } from './services.ts';
import { mayRun } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import { verifiedText } from '../subject/verified-text.ts';

type Needed = Pick<Services, 'bank' | 'activeSubject' | 'work'>;

export async function findSnippet(
  { bank }: Pick<Services, 'bank'>,
  id: string,
): Promise<Subject | undefined> {
  let loaded = await bank.load();
  if (!loaded.snippet(id)) loaded = await bank.loadAll();
  const snippet = loaded.snippet(id);
  if (!snippet) return undefined;
  const questionTitle = loaded.question(snippet.question)?.title ?? snippet.question;
  const verified = verifiedText(loaded.bank.verified, [id]);
  return { kind: 'snippet', snippet, questionTitle, ...(verified !== undefined && { verified }) };
}

/**
 * What a command is about: its argument, else the active page's snippet, else the active editor's
 * code. Undefined after the user was told why there is nothing, or why it may not run.
 */
export async function findSubject(
  services: Needed,
  argument: unknown,
): Promise<Subject | undefined> {
  const given = readArgument(argument);
  switch (given.kind) {
    case 'program':
      return trusted({ kind: 'program', program: given.program, own: given.own });
    case 'snippet': {
      const subject = await findSnippet(services, given.id);
      if (!subject) tell(vscode.l10n.t('There is no snippet "{0}".', given.id));
      return subject;
    }
    case 'unusable':
      tell(vscode.l10n.t("This file can't be predicted or run as a snippet."));
      return undefined;
    case 'none':
      return services.activeSubject.current ?? editorSubject(undefined, services);
    case 'file':
      return editorSubject(given.uri, services);
  }
}

/** The code of an editor, if there is any and it may run. */
async function editorSubject(
  uri: string | undefined,
  { work }: Needed,
): Promise<Subject | undefined> {
  const { readEditor } = await import('../subject/editor-code.lazy.ts');
  const code = await readEditor(uri, work);
  if (code.kind === 'refused') {
    tell(code.message);
    return undefined;
  }
  return trusted(code.subject);
}

/** Undefined, after the user was asked for trust, where the subject may not run. */
function trusted(subject: Subject): Subject | undefined {
  if (mayRun(subject, vscode.workspace.isTrusted)) return subject;
  askForTrust();
  return undefined;
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

function askForTrust(): void {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const message = vscode.l10n.t(
    'This window is in Restricted Mode, and Loopwise runs code of your workspace only when you trust it. The snippets that come with Loopwise run anywhere.',
  );
  void vscode.window.showWarningMessage(message, manage).then((chosen) => {
    if (chosen === manage) void vscode.commands.executeCommand('workbench.trust.manage');
  });
}
