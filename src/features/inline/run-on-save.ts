import * as vscode from 'vscode';
import { setting } from '../settings/ids.ts';
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
      if (isByHand && runsOnSave(document)) manual.add(document.uri.toString());
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (manual.delete(document.uri.toString())) void runIfWanted(document.uri);
    }),
  );

  async function runIfWanted(uri: vscode.Uri): Promise<void> {
    const id = uri.toString();
    const answer = answers(memento)[id] ?? (await askFor(uri, memento));
    if (answer && vscode.workspace.isTrusted) await run(uri);
  }
}

type Answers = Readonly<Record<string, boolean>>;

const answers = (memento: vscode.Memento): Answers => memento.get<Answers>(key, {});

async function askFor(uri: vscode.Uri, memento: vscode.Memento): Promise<boolean | undefined> {
  const answer = await ask(uri);
  if (answer !== undefined) {
    await memento.update(key, { ...answers(memento), [uri.toString()]: answer });
  }
  return answer;
}

/** Asks anew for the file of the active editor, whatever was answered before. */
export async function chooseOnSave(memento: vscode.Memento): Promise<void> {
  const { document } = vscode.window.activeTextEditor ?? {};
  if (document && runsOnSave(document)) {
    await askFor(document.uri, memento);
    return;
  }
  const open = vscode.l10n.t('Open Settings');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'To run JavaScript and TypeScript files inline on save, turn on the setting "Run On Save" of inline results in a trusted workspace.',
    ),
    open,
  );
  if (chosen === open) {
    await vscode.commands.executeCommand(
      'workbench.action.openSettings',
      `loopwise.${setting.inlineOnSave}`,
    );
  }
}

function runsOnSave({ uri, languageId }: vscode.TextDocument): boolean {
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
    vscode.l10n.t(
      'Run {0} inline each time you save it? Its code can do whatever you can do.',
      name,
    ),
    yes,
    no,
  );
  return chosen === undefined ? undefined : chosen === yes;
}
