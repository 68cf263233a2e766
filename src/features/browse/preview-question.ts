import * as vscode from 'vscode';
import { createLatest } from '../../collections/latest.ts';
import { command, panel } from '../settings/ids.ts';
import type { ShownQuestion } from '../services/shown-question.ts';

export interface Preview {
  /** Shows the question soon, unless another one is asked for before. */
  show(questionId: string): void;
  /** Shows nothing more, whatever is asked for later; what is shown stays. */
  end(): void;
  /** Back to what was open before the first preview. */
  undo(): Promise<void>;
}

/** Milliseconds to wait, so that who runs through a list does not make every page. */
const pause = 120;

/**
 * Shows questions on the answer page while the focus stays where it is.
 * @param failed called when a question could not be shown
 */
export function createPreview(
  shownQuestion: ShownQuestion,
  failed: (error: unknown) => void,
): Preview {
  const { activeTabGroup } = vscode.window.tabGroups;
  const before = { question: shownQuestion.current, tab: activeTabGroup.activeTab };
  let timer: NodeJS.Timeout | undefined;
  /** VS Code tells of the list that was left when a choice has already been made. */
  let over = false;
  const previews = createLatest(open, failed);

  const drop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    previews.drop();
  };
  const end = (): void => {
    over = true;
    drop();
  };
  return {
    show(questionId) {
      if (over) return;
      drop();
      timer = setTimeout(() => void previews.ask(questionId), pause);
    },
    end,
    async undo() {
      end();
      if (!(await previews.settled())) return;
      if (before.question === undefined) await closeAnswerPage();
      else await open(before.question);
      if (before.tab && !isAnswer(before.tab)) await activate(before.tab);
    },
  };
}

function open(questionId: string): Thenable<unknown> {
  const options = { preserveFocus: true, preview: true };
  return vscode.commands.executeCommand(command.openQuestion, questionId, options);
}

async function closeAnswerPage(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter(isAnswer), true);
}

function isAnswer({ input }: vscode.Tab): boolean {
  // The id of a panel with the prefix of the process that owns it.
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(panel.answer);
}

/** A tab can't be asked to come to the front; a text can be shown, and else it was used last. */
async function activate({ input, group }: vscode.Tab): Promise<void> {
  const { activeTab } = vscode.window.tabGroups.activeTabGroup;
  if (!activeTab || !isAnswer(activeTab)) return;
  if (input instanceof vscode.TabInputText) {
    await vscode.window.showTextDocument(input.uri, { viewColumn: group.viewColumn });
    return;
  }
  await vscode.commands.executeCommand('workbench.action.openPreviousRecentlyUsedEditorInGroup');
}
