import * as vscode from 'vscode';
import type { Progress } from '../../study/progress.ts';
import { questionIdOf } from '../subject/command-argument.ts';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { asLogged } from '../ui/error-text.ts';
import { askNow } from './ask-now.ts';
import { codeActionsAt } from './code-actions.ts';
import { createFileView } from './file-view.ts';
import type { FileView } from './file-view.ts';
import { hoverAt } from './hover.ts';
import { createReadings } from './readings.ts';
import { createTopics } from './topics.ts';

/** The questions that code is about, in the editor and beside it. */
export interface InThisFile extends Pick<FileView, 'children' | 'item'> {
  /** Reads a document that somebody is about to ask about. */
  read(document: vscode.TextDocument): Promise<void>;
  hover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined>;
  actions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]>;
  /** @param argument an id, or a question of a tree; without one, the question that is shown */
  askNow(argument: unknown): Promise<void>;
  askLater(argument: unknown, on: boolean): Promise<void>;
  /** Starts the quiz over the questions of the file. */
  quiz(): Promise<void>;
  dispose(): void;
}

export function createInThisFile(
  services: Services,
  treeView: vscode.TreeView<unknown>,
  changed: vscode.EventEmitter<unknown>,
): InThisFile {
  const { bank, context, log, progress, shownQuestion } = services;
  const topics = createTopics(context.extensionUri, bank);
  const readings = createReadings(services, topics);
  const view = createFileView(services, readings, topics, treeView, changed);
  /** Of use once it has been read; nobody waits for it while the pointer rests on a name. */
  let known: Progress | undefined;

  const questionId = (argument: unknown) => questionIdOf(argument) ?? shownQuestion.current;

  return {
    async read(document) {
      await readings.of(document);
    },
    async hover(document, position) {
      if (!known) {
        progress.load().then(
          (loaded) => {
            known = loaded;
          },
          (error: unknown) => log.error(asLogged(error)),
        );
      }
      const reading = await readings.of(document);
      return reading && hoverAt(document, document.offsetAt(position), reading, known);
    },
    async actions(document, range) {
      const reading = await readings.of(document);
      return reading?.version === document.version ? codeActionsAt(document, range, reading) : [];
    },
    async askNow(argument) {
      const id = questionId(argument);
      const question = id === undefined ? undefined : (await bank.load()).question(id);
      if (question) await askNow(services, question);
    },
    async askLater(argument, on) {
      const id = questionId(argument);
      if (id === undefined || (await progress.load()).askLater(id) === on) return;
      await progress.record(`question:${id}`, { kind: 'askLater', on });
    },
    async quiz() {
      const ids = (await view.children(undefined)).flatMap((node) =>
        node.kind === 'question' ? [node.cardId.slice('question:'.length)] : [],
      );
      if (ids.length > 0) {
        await vscode.commands.executeCommand(command.quiz, { kind: 'questions', ids });
        return;
      }
      await vscode.window.showInformationMessage(
        vscode.l10n.t('No question is about the code in the active editor.'),
      );
    },
    children: (node) => view.children(node),
    item: (node) => view.item(node),
    dispose() {
      for (const one of [topics, readings, view]) one.dispose();
    },
  };
}
