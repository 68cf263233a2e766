import * as vscode from 'vscode';
import { runnableFences } from '../../inline/runnable-fences.ts';
import type { Range } from '../../program/origin.ts';
import { rangeOfLines } from './range-of-lines.ts';
import { findSubject } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import type { OwnProgram } from './inline-run.ts';

type Needed = Pick<Services, 'bank' | 'activeSubject' | 'work'>;

/** What is to run: of a Markdown document the code fence at a line, else a document's selection or all of it. */
export interface ProgramPlace {
  readonly document: vscode.TextDocument;
  /** From 0; where the cursor is without it. */
  readonly line?: number;
  /** Whatever is selected. */
  readonly whole?: boolean;
}

/** Undefined after the user was told why there is nothing to run, or why it may not run. */
export async function findProgram(
  services: Needed,
  { document, line, whole = false }: ProgramPlace,
): Promise<OwnProgram | undefined> {
  const uri = document.uri.toString();
  if (document.languageId === 'markdown') return findFence(services, document, line);
  const { readAgain } = await import('../subject/editor-code.lazy.ts');
  if (!whole) return own(await findSubject(services, document.uri));
  const code = await readAgain({ uri, version: document.version }, undefined, services.work);
  if (code.kind === 'refused') return told(code.message);
  return own(await findSubject(services, { ...code.subject.program, own: true }));
}

/** A part of a document that may have moved since it was found. */
export async function findPart(
  services: Needed,
  { uri, version }: vscode.TextDocument,
  range: Range,
): Promise<OwnProgram | undefined> {
  const { readAgain } = await import('../subject/editor-code.lazy.ts');
  const code = await readAgain({ uri: uri.toString(), version }, range, services.work);
  if (code.kind === 'refused') return told(code.message);
  return own(await findSubject(services, { ...code.subject.program, own: true }));
}

async function findFence(
  services: Needed,
  document: vscode.TextDocument,
  line: number | undefined,
): Promise<OwnProgram | undefined> {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const at = line ?? editor?.selection.active.line ?? 0;
  // The marks of the fence are part of it.
  const fence = runnableFences(document.getText()).find(
    ({ from, to }) => at >= from - 1 && at <= to,
  );
  if (!fence) {
    return told(
      vscode.l10n.t(
        'There is no code to run here. Put the cursor into a code fence whose language is js, mjs, cjs or ts.',
      ),
    );
  }
  const range = rangeOfLines(document, fence.from, fence.to);
  if (
    /^ {0,3}>/.test(document.lineAt(fence.from).text) &&
    /^ {0,3}>/.test(document.lineAt(fence.from - 1).text)
  ) {
    return told(
      vscode.l10n.t(
        "Code inside a quotation can't be run. Copy it into a file, or run it without the marks.",
      ),
    );
  }
  const { readEmbedded } = await import('../subject/editor-code.lazy.ts');
  const embedded = { range, language: fence.language, ...(fence.kind && { kind: fence.kind }) };
  const code = await readEmbedded(document.uri.toString(), embedded, services.work);
  if (code.kind === 'refused') return told(code.message);
  return own(await findSubject(services, { ...code.subject.program, own: true }));
}

function own(subject: Awaited<ReturnType<typeof findSubject>>): OwnProgram | undefined {
  if (subject?.kind !== 'program') return undefined;
  const { unfit } = subject.program;
  return unfit === undefined ? subject : told(unfit);
}

/** @returns what stands for nothing to run */
function told(message: string): OwnProgram | undefined {
  void vscode.window.showInformationMessage(message);
  return undefined;
}
