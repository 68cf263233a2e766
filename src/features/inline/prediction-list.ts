import * as vscode from 'vscode';
import type { InlinePrediction } from './prediction.ts';

interface StepItem extends vscode.QuickPickItem {
  /** Its place in the prediction; absent for a line that can be added. */
  readonly at?: number;
  readonly line?: number;
}

/** Longer files are worked at with the cursor. */
const mostLines = 1000;

/**
 * A prediction as a list, and the lines of the document that can be added to it: for who cannot see the
 * numbers beside them, or would rather look for a line by its text.
 * @returns what is wanted then
 */
export async function showPredictionList(
  prediction: InlinePrediction,
  document: vscode.TextDocument,
  changed: () => void,
): Promise<'check' | undefined> {
  const pick = vscode.window.createQuickPick<StepItem>();
  const check = {
    iconPath: new vscode.ThemeIcon('check'),
    tooltip: vscode.l10n.t('Check Prediction'),
  };
  const up = { iconPath: new vscode.ThemeIcon('arrow-up'), tooltip: vscode.l10n.t('Move Up') };
  const down = {
    iconPath: new vscode.ThemeIcon('arrow-down'),
    tooltip: vscode.l10n.t('Move Down'),
  };
  const remove = { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Remove') };
  const checkItem: StepItem = { label: `$(check) ${vscode.l10n.t('Check Prediction')}` };
  let wants: 'check' | undefined;

  function fill(): void {
    const { steps } = prediction;
    pick.title = vscode.l10n.t('Predict Inline: the next number is {0}', steps.length + 1);
    pick.placeholder = vscode.l10n.t('Select the line that prints next');
    const written = steps.map((step, at): StepItem => ({
      label: `${at + 1}  ${step.text ?? codeOf(step)}`,
      description: placeText(step, prediction.uri),
      buttons: [up, down, remove],
      at,
    }));
    pick.items = [
      ...separated(vscode.l10n.t('your prediction'), written),
      ...(written.length > 0 ? [checkItem] : []),
      ...separated(vscode.l10n.t('lines of this file'), linesOf(prediction, document)),
    ];
  }

  pick.buttons = [check];
  pick.matchOnDescription = true;
  pick.keepScrollPosition = true;
  fill();
  await new Promise<void>((resolve) => {
    pick.onDidHide(() => resolve());
    pick.onDidTriggerButton(() => {
      wants = 'check';
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ button, item: { at } }) => {
      if (at === undefined) return;
      if (button === remove) prediction.remove(at);
      else prediction.move(at, button === up ? -1 : 1);
      changed();
      fill();
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen === checkItem) {
        wants = 'check';
        pick.hide();
      } else if (chosen?.line !== undefined) {
        prediction.put(document, chosen.line);
        changed();
        pick.value = '';
        fill();
      }
    });
    pick.show();
  });
  pick.dispose();
  return wants;
}

const separated = (label: string, items: readonly StepItem[]): StepItem[] =>
  items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];

function linesOf({ uri, range }: InlinePrediction, document: vscode.TextDocument): StepItem[] {
  const isEntry = document.uri.toString() === uri;
  const from = (isEntry && range?.start.line) || 0;
  const end = (isEntry && range?.end.line) || document.lineCount - 1;
  const items: StepItem[] = [];
  for (let line = from; line <= end && items.length < mostLines; line++) {
    const code = document.lineAt(line).text.trim();
    // What has no letter prints nothing.
    if (!/\p{L}/u.test(code) || code.startsWith('//')) continue;
    items.push({ label: code, description: vscode.l10n.t('line {0}', line + 1), line });
  }
  return items;
}

type Step = InlinePrediction['steps'][number];

function codeOf({ uri, range: { start } }: Step): string {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  return document && start.line < document.lineCount ? document.lineAt(start.line).text.trim() : '';
}

function placeText({ uri, range: { start } }: Step, entry: string): string {
  if (uri === entry) return vscode.l10n.t('line {0}', start.line + 1);
  const name = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return vscode.l10n.t('{0}, line {1}', name, start.line + 1);
}
