import type * as vscode from 'vscode';
import type { CardId } from '../../study/event.ts';
import type { WrongPair } from '../../trace/explanation.ts';
import { findSnippet } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import { recordPrediction, type Predicted } from '../subject/record-prediction.ts';
import { executable } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';

type SnippetSubject = Extract<Subject, { kind: 'snippet' }>;

/** A document that began as a copy of a snippet of the bank. */
export interface SnippetCopy {
  readonly subject: SnippetSubject;
  readonly code: string;
  /** Its text is no longer the snippet's. */
  readonly isEdited: boolean;
}

/** The log is read whole: what is longer than a snippet is not kept in it. */
const longestCode = 20_000;
const mostLines = 200;
const longestLine = 500;

/** Knows which documents are copies of snippets, for as long as the workspace is known. */
export interface SnippetCopies {
  remember(document: vscode.TextDocument, snippet: string): Promise<void>;
  of(document: vscode.TextDocument): Promise<SnippetCopy | undefined>;
  /**
   * Keeps a judged prediction in the log: that of a snippet, if the copy still is the snippet, else an attempt.
   * @param output of the run that judged it, one text a line
   * @param wrong where a wrong one has the order the other way round
   */
  record(
    copy: SnippetCopy,
    predicted: Predicted,
    output: readonly string[],
    wrong: WrongPair | undefined,
  ): Promise<void>;
}

/** URIs of documents, and the snippets that they are copies of; untitled documents outlive a window. */
const key = 'inline.copies';
const most = 50;

type Known = Readonly<Record<string, string>>;

export function createSnippetCopies(
  services: Pick<Services, 'bank' | 'context' | 'progress' | 'work'>,
): SnippetCopies {
  const memento = services.context.workspaceState;
  const known = (): Known => memento.get<Known>(key, {});
  return {
    async remember({ uri }, snippet) {
      const kept = Object.entries(known()).slice(1 - most);
      await memento.update(key, { ...Object.fromEntries(kept), [uri.toString()]: snippet });
    },
    async of(document) {
      const id = known()[document.uri.toString()];
      const subject = id === undefined ? undefined : await findSnippet(services, id);
      if (subject?.kind !== 'snippet') return undefined;
      const code = document.getText().replaceAll('\r\n', '\n');
      return { subject, code, isEdited: code !== (await copyText(subject, services)) };
    },
    async record({ subject, code, isEdited }, predicted, output, wrong) {
      const { id } = subject.snippet;
      const card: CardId = `snippet:${id}`;
      if (!isEdited) {
        await recordPrediction(services.progress, id, predicted, wrong);
      } else if (code.length <= longestCode) {
        const { verdict, prediction, node } = predicted;
        await services.progress.record(card, {
          ...{ kind: 'copyPredicted', verdict, code, node },
          prediction: bounded(prediction),
          output: bounded(output),
        });
      }
    },
  };
}

const bounded = (lines: readonly string[]): string[] =>
  lines.slice(0, mostLines).map((line) => line.slice(0, longestLine));

/** What a document has that is to run as a subject does: one without a name is loaded as its syntax says. */
export async function copyText(
  subject: Subject,
  { work }: Pick<Services, 'work'>,
): Promise<string> {
  const { code, kind } = executable(subject);
  if (subject.kind === 'program' && subject.program.typescript !== undefined) {
    return subject.program.typescript;
  }
  const isModule = await work.do('isModuleSyntax', code);
  return kind === 'mjs' && !isModule
    ? `${code}\nexport {}; // Makes it an ES module, as the original is.\n`
    : code;
}
