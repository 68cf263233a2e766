import * as vscode from 'vscode';
import { settings } from '../settings/settings.ts';

/** Answers by file, for as long as the workspace is known. */
const key = 'inline.runOnSave';

/**
 * Runs a file inline when its user saves it, where the setting says so and the user has agreed for that
 * file. Nothing runs when VS Code saves by itself, or in a workspace that is not trusted.
 */
export function watchSaves(
  memento: vscode.Memento,
  run: (uri: vscode.Uri) => Promise<void>,
): vscode.Disposable {
  const manual = new Set<string>();
  return vscode.Disposable.from(
    vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
      const isByHand = reason === vscode.TextDocumentSaveReason.Manual;
      if (isByHand && mayRun(document)) manual.add(document.uri.toString());
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (manual.delete(document.uri.toString())) void runIfWanted(document.uri);
    }),
  );

  async function runIfWanted(uri: vscode.Uri): Promise<void> {
    const id = uri.toString();
    const answers = memento.get<Readonly<Record<string, boolean>>>(key, {});
    let answer = answers[id];
    if (answer === undefined) {
      answer = await ask(uri);
      if (answer === undefined) return;
      const now = memento.get<Readonly<Record<string, boolean>>>(key, {});
      await memento.update(key, { ...now, [id]: answer });
    }
    if (answer && vscode.workspace.isTrusted) await run(uri);
  }
}

function mayRun({ uri, languageId }: vscode.TextDocument): boolean {
  return (
    vscode.workspace.isTrusted &&
    (languageId === 'javascript' || languageId === 'typescript') &&
    settings.inlineOnSave(uri)
  );
}

async function ask(uri: vscode.Uri): Promise<boolean | undefined> {
  const yes = vscode.l10n.t('Run on Save');
  const no = vscode.l10n.t('Never for This File');
  const name = vscode.workspace.asRelativePath(uri);
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Run {0} inline each time you save it? It can do whatever its code does.', name),
    yes,
    no,
  );
  return chosen === undefined ? undefined : chosen === yes;
}
