import * as vscode from 'vscode';
import { createRunResults } from '../../inline/line-results.ts';
import type { LineResults, RunResults } from '../../inline/line-results.ts';
import { marksAfter, rangeOfCode } from '../../inline/marks.ts';
import type { Mark } from '../../inline/marks.ts';
import { printedLine } from '../../inline/printed.ts';
import type { SourceLine, Printed } from '../../inline/printed.ts';
import { inSlices } from '../../collections/in-slices.ts';
import { rangeAfter } from '../../program/origin.ts';
import type { Edit, Range } from '../../program/origin.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Explanations } from '../../trace/explanation.ts';
import { shownCode } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import type { FileNames } from './file-names.ts';
import type { JudgedPrediction } from './judged-prediction.ts';
import { createTextsAtStart, mayBeLoaded } from './texts-at-start.ts';
import { uriOfFile } from './uri-of-file.ts';

export type OwnProgram = Extract<Subject, { kind: 'program' }>;

export type InlineStatus =
  | { readonly kind: 'running' }
  | { readonly kind: 'over'; readonly result: RunResult }
  /** It could not be started. */
  | { readonly kind: 'failed' };

/** One run whose results stand beside the lines of its document, and of those that it imports. */
export interface InlineRun {
  /** Of the document that was run. */
  readonly uri: string;
  readonly subject: OwnProgram;
  readonly signal: AbortSignal;
  readonly status: InlineStatus;
  /**
   * Why its results are not those of the code as it is: some of the code has another text than when it
   * ran, or a later run could not start.
   */
  readonly stale: 'changed' | 'earlier' | undefined;
  readonly results: RunResults;
  /** The prediction that it was made for. */
  readonly judged: JudgedPrediction | undefined;
  /** Asked for when somebody wants to know. */
  explanations?: Promise<Explanations['pairs']>;
  /** Documents that have results, as far as they are open. */
  readonly documents: readonly string[];
  marksIn(uri: string): readonly Mark<LineResults>[];
  add(printed: Printed): void;
  /** Takes turns with others where there are many lines. */
  end(status: InlineStatus): Promise<void>;
  /** Shows a prediction with the results, also at lines that printed nothing. */
  judge(judged: JudgedPrediction): void;
  /** A later run of the same code could not start: what is shown is from before. */
  outlive(): void;
  /** @returns whether the document has anything to do with the run */
  edit(document: vscode.TextDocument, edits: readonly Edit[]): boolean;
  /** A document that it imports was opened since. @returns whether it has results */
  opened(document: vscode.TextDocument): Promise<boolean>;
  stop(): void;
}

export function createInlineRun(
  subject: OwnProgram,
  document: vscode.TextDocument,
  files: FileNames,
): InlineRun {
  const uri = document.uri.toString();
  const controller = new AbortController();
  const startedAt = Date.now();
  const { code } = shownCode(subject);
  const lines = code.split(/\r\n|\r|\n/);
  const loads = /\b(?:require|import)\b/.test(code);
  const marks = new Map<string, Mark<LineResults>[]>();
  /** What was typed since the run began; a mark of the entry that is made later moves with it too. */
  const edits = new Map<string, Edit[]>();
  const marked = new Map<string, Set<LineResults>>();
  const before = createTextsAtStart(loads ? uri : undefined);
  let status: InlineStatus = { kind: 'running' };
  let results = createRunResults();
  let judged: JudgedPrediction | undefined;
  let isOutlived = false;
  /** Where the selection or the fence that ran is by now, and what it was. */
  let part = subject.program.origin?.range && wholeLines(document, subject.program.origin.range);
  const partText = part && linesOf(document, part);
  const partStart = part?.start.line ?? 0;
  /** The document has other text than what ran. */
  let isEdited = document.version !== subject.program.origin?.version;

  const groups = (): readonly LineResults[] => [...results.groups, ...(judged?.beside ?? [])];

  function mark(group: LineResults): void {
    const { file } = group.place;
    const uris = file === undefined ? [uri] : files.documentsOf(uriOfFile(file));
    for (const at of uris) markIn(at, group);
  }

  function markIn(at: string, group: LineResults): void {
    const done = marked.get(at) ?? new Set<LineResults>();
    marked.set(at, done);
    if (done.has(group)) return;
    const range = at === uri ? rangeInEntry(group.place) : rangeElsewhere(at, group.place);
    if (!range) return;
    done.add(group);
    const list = marks.get(at) ?? [];
    marks.set(at, list);
    for (const moved of marksAfter([{ range, shown: group }], edits.get(at) ?? []))
      list.push(moved);
  }

  function rangeInEntry({ line }: SourceLine) {
    const text = lines[line - 1];
    return text === undefined ? undefined : rangeOfCode(line - 1, text);
  }

  /** What was there before an edit is not known of other documents: nothing is shown then. */
  function rangeElsewhere(at: string, { line }: SourceLine) {
    const open = edits.has(at)
      ? undefined
      : vscode.workspace.textDocuments.find((one) => one.uri.toString() === at);
    if (!open || line > open.lineCount) return undefined;
    return rangeOfCode(line - 1, open.lineAt(line - 1).text);
  }

  /** Of a part of a document, what is written elsewhere changes nothing but its place. */
  function isTextThatRan(changed: vscode.TextDocument): boolean {
    return part ? linesOf(changed, part) === partText : changed.getText() === code;
  }

  /** All marks of a document whose text is again the one that ran. */
  function markAnew(at: string): void {
    const moved = at === uri && part ? part.start.line - partStart : 0;
    marks.delete(at);
    marked.delete(at);
    edits.delete(at);
    if (moved !== 0) edits.set(at, [linesInserted(moved)]);
    for (const group of groups()) {
      const { file } = group.place;
      const isThere =
        file === undefined ? at === uri : files.nameOf(at) === uriOfFile(file) && at !== uri;
      if (isThere) markIn(at, group);
    }
  }

  /**
   * Which files it loads is known only of those that print, so any other file of code is taken for one
   * of them: results that may be outdated are never shown as current.
   */
  function mayLoad(other: vscode.Uri): boolean {
    const inPlace = status.kind !== 'over' || status.result.inPlace === true;
    return inPlace && loads && mayBeLoaded(other);
  }

  return {
    uri,
    subject,
    signal: controller.signal,
    get status() {
      return status;
    },
    get stale() {
      if (isEdited || before.isChanged) return 'changed';
      return isOutlived ? 'earlier' : undefined;
    },
    get results() {
      return results;
    },
    get judged() {
      return judged;
    },
    get documents() {
      return [...marks.keys()];
    },
    marksIn: (at) => marks.get(at) ?? [],
    add(printed) {
      const group = results.add(printed);
      if (group) mark(group);
    },
    async end(next) {
      if (next.kind === 'over') {
        const { result } = next;
        const all = createRunResults();
        await inSlices(result.lines, (line) => {
          const at = all.all.length;
          all.add(printedLine(result, line, at + 1, results.all[at]));
        });
        results = all;
      }
      status = next;
      before.end();
      if (next.kind !== 'over') return;
      marks.clear();
      marked.clear();
      await inSlices(results.groups, mark);
    },
    judge(made) {
      judged = made;
      for (const group of made.beside) mark(group);
    },
    outlive() {
      isOutlived = true;
    },
    edit(changed, made) {
      const at = changed.uri.toString();
      const isOurs = at === uri || marks.has(at);
      const isLoaded = !isOurs && mayLoad(changed.uri);
      if (!isOurs && !isLoaded && status.kind !== 'running') return false;
      edits.set(at, [...(edits.get(at) ?? []), ...made]);
      if (at === uri) {
        if (part) for (const edit of made) part = rangeAfter(part, edit);
        const wasEdited = isEdited;
        isEdited = !isTextThatRan(changed);
        if (wasEdited && !isEdited && status.kind === 'over') {
          markAnew(at);
          return true;
        }
      } else if ((isOurs || isLoaded) && before.edited(changed)) {
        markAnew(at);
        return true;
      }
      if (!isOurs) return isLoaded;
      const list = marks.get(at);
      if (list) marks.set(at, marksAfter(list, made));
      return true;
    },
    async opened(other) {
      const at = other.uri.toString();
      await files.learn(other);
      const name = files.nameOf(at);
      const left = groups().filter(
        (group) =>
          group.place.file !== undefined &&
          uriOfFile(group.place.file) === name &&
          marked.get(at)?.has(group) !== true,
      );
      if (left.length === 0 || !(await isAsBefore(other.uri, startedAt))) return false;
      for (const group of left) markIn(at, group);
      return true;
    },
    stop: () => controller.abort(),
  };
}

/** Whole lines that came in, or went, above everything. */
function linesInserted(count: number): Edit {
  const start = { line: 0, character: 0 };
  return count > 0
    ? { range: { start, end: start }, text: '\n'.repeat(count) }
    : { range: { start, end: { line: -count, character: 0 } }, text: '' };
}

/** With the marks of a fence: what is written at the borders of its code is within them. */
function wholeLines(document: vscode.TextDocument, { start, end }: Range): Range {
  const marks = document.languageId === 'markdown' ? 1 : 0;
  const from = Math.max(0, start.line - marks);
  const to = Math.min(end.line + marks, document.lineCount - 1);
  const last = document.lineAt(to).range.end;
  return {
    start: { line: from, character: 0 },
    end: { line: last.line, character: last.character },
  };
}

/** All text of the lines that a range has a part of. */
function linesOf(document: vscode.TextDocument, { start, end }: Range): string {
  const last = document.lineAt(Math.min(end.line, document.lineCount - 1)).range.end;
  return document.getText(new vscode.Range(new vscode.Position(start.line, 0), last));
}

/** Whether a file has not been written since then. */
async function isAsBefore(uri: vscode.Uri, ms: number): Promise<boolean> {
  try {
    const { mtime } = await vscode.workspace.fs.stat(uri);
    return mtime <= ms;
  } catch {
    return false;
  }
}
