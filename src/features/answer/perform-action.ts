import * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import type { AnswerRequest } from '../../shared/answer.ts';
import { command, view } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import type { CodeBlock } from './code-block.ts';
import { isHttps } from '../pages/is-https.ts';
import { saveNote } from './save-note.ts';

/** What the page shows; a page can only ask for things that are on it. */
interface OnPage {
  readonly id: string;
  readonly question: Question | undefined;
  readonly blocks: readonly CodeBlock[];
}

/** Does what the user asked for on the page. */
export async function performAction(
  { progress }: Pick<Services, 'progress'>,
  action: Exclude<AnswerRequest, { kind: 'reload' | 'draft' }>,
  { id, question, blocks }: OnPage,
): Promise<void> {
  switch (action.kind) {
    case 'tick': {
      const { point, on } = action;
      if (!question?.keyPoints.some((one) => one.id === point)) return;
      return progress.record(`question:${id}`, { kind: 'ticked', point, on });
    }
    case 'answer': {
      const { check, choice } = action;
      const chosen = question?.checks.find((one) => one.id === check)?.choices[choice];
      if (!chosen) return;
      const { correct } = chosen;
      return progress.record(`question:${id}`, { kind: 'answered', check, choice, correct });
    }
    case 'bookmark':
      return vscode.commands.executeCommand(
        action.on ? command.addBookmark : command.removeBookmark,
        id,
      );
    case 'copyLink':
      return vscode.commands.executeCommand(command.copyLink, id);
    case 'note':
      if (question) await saveNote(progress, id, action);
      return;
    case 'openQuestion':
      return vscode.commands.executeCommand(command.openQuestion, action.question);
    case 'openLink':
      if (isHttps(action.url)) await vscode.env.openExternal(vscode.Uri.parse(action.url, true));
      return;
    case 'copy':
      return vscode.env.clipboard.writeText(blocks[action.block]?.code ?? '');
    case 'run':
    case 'predict': {
      const program = blocks[action.block]?.program;
      const name = action.kind === 'run' ? command.runSnippet : command.predictSnippet;
      if (program) await vscode.commands.executeCommand(name, program);
      return;
    }
    case 'runSnippet':
    case 'predictSnippet':
      if (!question?.snippets.includes(action.snippet)) return;
      return vscode.commands.executeCommand(command[action.kind], action.snippet);
    case 'showDifference':
      return vscode.commands.executeCommand(command.showDifference, { question: id });
    case 'showList':
      return vscode.commands.executeCommand(`${view.questions}.focus`);
    case 'showLog':
      return vscode.commands.executeCommand(command.showLog);
  }
}
