import * as vscode from 'vscode';
import { runAndRecord } from '../subject/run-and-record.ts';
import { expectation, executable, seenKey } from '../subject/subject.ts';
import { asLogged } from '../ui/error-text.ts';
import type { Services } from '../services/services.ts';
import { displayText } from '../../order/line-text.ts';
import { arrived } from '../../inline/printed.ts';
import type { Printed } from '../../inline/printed.ts';
import type { Edit } from '../../program/origin.ts';
import type { RunRequest, RunResult } from '../../runner/model.ts';
import type { SnippetCopies } from './copies.ts';
import type { FileNames } from './file-names.ts';
import { findPart, findProgram } from './find-program.ts';
import type { ProgramPlace } from './find-program.ts';
import { createInlineRun } from './inline-run.ts';
import type { InlineRun, OwnProgram } from './inline-run.ts';
import { judgePrediction } from './judged-prediction.ts';
import type { JudgedPrediction } from './judged-prediction.ts';
import { createPrediction } from './prediction.ts';
import type { InlinePrediction, WrittenStep } from './prediction.ts';
import { createPredictionMarks } from './prediction-marks.ts';
import { showPredictionList } from './prediction-list.ts';
import { typeInput } from './type-input.ts';
import { withoutBackticks } from '../ui/without-backticks.ts';

/** Predictions that are written beside the lines of documents. */
export interface Predicting {
  /** Of what an editor's document runs, or of a program that may load it. */
  of(document: vscode.TextDocument | undefined): InlinePrediction | undefined;
  /** Whether it is this document that will run. */
  isAbout(uri: string): boolean;
  start(place: ProgramPlace): Promise<void>;
  /** @param line from 0; where the cursor is without it */
  put(line: number | undefined): void;
  type(line: number | undefined): Promise<void>;
  removeLast(): void;
  showList(): Promise<void>;
  /** Runs the code. @returns undefined when it was not judged */
  check(): Promise<JudgedPrediction | undefined>;
  /** Ends what runs for a prediction; without that, gives it up. @returns whether there was one */
  cancel(document: vscode.TextDocument | undefined): boolean;
  /** Without a word: its document is run or closed. */
  drop(uri: string): void;
  edit(document: vscode.TextDocument, edits: readonly Edit[]): void;
  draw(): void;
  dispose(): void;
}

/** What predictions need of inline results. */
export interface Around {
  readonly files: FileNames;
  readonly copies: SnippetCopies;
  /** The output of a document's code was shown before. */
  wasShown(uri: string): boolean;
  /** Shows the run of a prediction in place of what its document showed. */
  show(run: InlineRun): void;
  tellOfFailure(error: unknown): void;
  /** Something began, ended or was written. */
  changed(): void;
}

export function createPredicting(services: Services, around: Around): Predicting {
  const { log } = services;
  const predictions = new Map<string, InlinePrediction>();
  /** Given up, with the version of the document: they can be gone on with. */
  const dropped = new Map<
    string,
    { readonly version: number; readonly steps: readonly WrittenStep[] }
  >();
  const tries = new Map<string, number>();
  const marks = createPredictionMarks();
  let isExplained = false;

  function of(document: vscode.TextDocument | undefined): InlinePrediction | undefined {
    if (!document) return undefined;
    const own = predictions.get(document.uri.toString());
    if (own || document.uri.scheme !== 'file') return own;
    if (!/\.[cm]?[jt]s$/i.test(document.uri.path)) return undefined;
    return [...predictions.values()].findLast(({ subject }) =>
      /\b(?:require|import)\b/.test(executable(subject).code),
    );
  }

  const draw = (): void => marks.draw(({ document }) => of(document));

  function changed(): void {
    draw();
    around.changed();
  }

  /** The editor in which somebody writes, and what they write there. */
  function active() {
    const editor = vscode.window.activeTextEditor;
    const prediction = of(editor?.document);
    return editor && prediction && !prediction.checking ? { editor, prediction } : undefined;
  }

  function put(line: number | undefined, text?: string): void {
    const found = active();
    if (!found) return;
    const { editor, prediction } = found;
    const at = line ?? editor.selection.active.line;
    if (!prediction.put(editor.document, at, text)) {
      tell(
        vscode.l10n.t('There is no code on this line. Put the number beside a line that prints.'),
      );
    }
    changed();
  }

  async function programOf({ uri, range, subject }: InlinePrediction) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    if (document.version === subject.program.origin?.version) return { document, subject };
    const again: OwnProgram | undefined =
      document.languageId === 'markdown'
        ? await findProgram(services, { document, line: range?.start.line ?? 0 })
        : range
          ? await findPart(services, document, range)
          : await findProgram(services, { document, whole: true });
    return again && { document, subject: again };
  }

  async function judge(prediction: InlinePrediction, signal: AbortSignal) {
    const found = await programOf(prediction);
    if (!found) return undefined;
    const { document, subject } = found;
    await Promise.all(
      vscode.workspace.textDocuments
        .filter(({ uri }) => prediction.steps.some((step) => step.uri === uri.toString()))
        .map((one) => around.files.learn(one)),
    );
    const steps = prediction.predicted((uri) => around.files.nameOf(uri));
    const run = createInlineRun(subject, document, around.files);
    const copy = await around.copies.of(document);
    /** What came of each run while it went on, which tells the values. */
    const came = new Map<RunResult, readonly Printed[]>();
    const runAndListen = async (request: RunRequest): Promise<RunResult> => {
      const lines: Printed[] = [];
      const onLine: RunRequest['onLine'] = (line, write) =>
        lines.push(arrived(lines.length + 1, line, write));
      const result = await services.runner.run({ ...request, onLine });
      came.set(result, lines);
      return result;
    };
    const { judged, recorded } = await runAndRecord(
      subject,
      { run: runAndListen, work: services.work },
      signal,
      { onRead: (input) => void typeInput(input, signal) },
    );
    if (judged.ended === 'cancelled') return undefined;
    const key = seenKey(subject, judged.runtime);
    if (judged.trace === undefined && judged.ended === 'exit') {
      services.seenOutputs.add(key, judged.lines);
    }
    // What is shown is what is judged: it tells which line printed what. A race that went another way in the run
    // that was not recorded is known as possible.
    const shown = recorded?.trace ? recorded : judged;
    const original = copy?.isEdited === false ? copy.subject : undefined;
    for (const printed of came.get(shown) ?? []) run.add(printed);
    await run.end({ kind: 'over', result: shown });
    const made = await judgePrediction(steps, shown, run.results, {
      subject,
      expect: original && expectation(original, shown.runtime.version),
      seen: services.seenOutputs.of(key),
      work: services.work,
    });
    run.judge(made);
    return { run, made, copy, node: shown.runtime.version };
  }

  async function check(): Promise<JudgedPrediction | undefined> {
    const prediction = of(vscode.window.activeTextEditor?.document);
    if (!prediction || prediction.checking) return undefined;
    if (prediction.steps.length === 0 && !(await wantsNothing())) return undefined;
    if (predictions.get(prediction.uri) !== prediction) return undefined;
    const { uri } = prediction;
    const controller = new AbortController();
    prediction.checking = controller;
    changed();
    try {
      const done = await judge(prediction, controller.signal);
      if (!done || controller.signal.aborted) return undefined;
      const { run, made, copy, node } = done;
      const number = (tries.get(uri) ?? 0) + 1;
      const seen = around.wasShown(uri) || number > 1 ? 'output' : 'nothing';
      tries.set(uri, number);
      predictions.delete(uri);
      dropped.delete(uri);
      around.show(run);
      tellVerdict(made, run);
      if (copy) {
        await around.copies.record(
          copy,
          {
            verdict: made.verdict.kind,
            mode: 'typed',
            prediction: made.lines,
            node,
            attempt: { number, seen },
          },
          run.results.all.map(displayText),
          made.wrong,
        );
      }
      return made;
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      log.error(asLogged(error));
      around.tellOfFailure(error);
      return undefined;
    } finally {
      prediction.checking = undefined;
      changed();
    }
  }

  return {
    of,
    isAbout: (uri) => predictions.has(uri),
    async start(place) {
      const { document } = place;
      const uri = document.uri.toString();
      const subject = await findProgram(services, place);
      if (!subject) return;
      predictions.get(uri)?.checking?.abort();
      const before = dropped.get(uri);
      const steps = before?.version === document.version ? before.steps : [];
      predictions.set(uri, createPrediction(subject, document, steps));
      changed();
      if (!isExplained) explain();
      isExplained = true;
    },
    put,
    async type(line) {
      const found = active();
      if (!found) return;
      const { editor, prediction } = found;
      const at = line ?? editor.selection.active.line;
      const number = prediction.steps.length + 1;
      const text = await vscode.window.showInputBox({
        title: vscode.l10n.t('Line {0} of the output, printed by line {1}', number, at + 1),
        prompt: vscode.l10n.t(
          'Type one line as Node.js prints it. Write an error that ends the program as "Uncaught TypeError: …".',
        ),
        placeHolder: editor.document.lineAt(at).text.trim(),
      });
      if (text !== undefined) put(at, text);
    },
    removeLast() {
      const found = active();
      found?.prediction.remove(found.prediction.steps.length - 1);
      changed();
    },
    async showList() {
      const found = active();
      if (!found) return;
      const wants = await showPredictionList(found.prediction, found.editor.document, changed);
      if (wants === 'check') await check();
    },
    check,
    cancel(document) {
      const prediction = of(document);
      if (!prediction) return false;
      if (prediction.checking) {
        prediction.checking.abort();
        return true;
      }
      const { uri, steps } = prediction;
      const version = vscode.workspace.textDocuments.find(
        (one) => one.uri.toString() === uri,
      )?.version;
      if (version !== undefined && steps.length > 0) dropped.set(uri, { version, steps });
      predictions.delete(uri);
      changed();
      return true;
    },
    drop(uri) {
      predictions.get(uri)?.checking?.abort();
      if (predictions.delete(uri)) changed();
    },
    edit(document, edits) {
      for (const prediction of predictions.values()) {
        prediction.edit(document.uri.toString(), edits);
      }
      if (of(document)) changed();
    },
    draw,
    dispose() {
      for (const { checking } of predictions.values()) checking?.abort();
      marks.dispose();
    },
  };
}

/** With the keys that VS Code has for these commands unless they were changed. */
function explain(): void {
  const isMac = process.platform === 'darwin';
  const show = vscode.l10n.t('Show as List');
  void vscode.window
    .showInformationMessage(
      isMac
        ? vscode.l10n.t(
            'Go to the line that prints first and press Option+Enter, then to the next one. Command+Enter checks your prediction, Escape cancels. Nothing is written into the file.',
          )
        : vscode.l10n.t(
            'Go to the line that prints first and press Alt+Enter, then to the next one. Ctrl+Enter checks your prediction, Escape cancels. Nothing is written into the file.',
          ),
      show,
    )
    .then((chosen) => {
      if (chosen === show) void vscode.commands.executeCommand('loopwise.showInline');
    });
}

async function wantsNothing(): Promise<boolean> {
  const nothing = vscode.l10n.t('Predict No Output');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      "You haven't put a number beside any line. Do you predict that nothing is printed?",
    ),
    nothing,
  );
  return chosen === nothing;
}

function tellVerdict({ verdict, text, wrong }: JudgedPrediction, run: InlineRun): void {
  const list = vscode.l10n.t('Show Results');
  const why = withoutBackticks(wrong?.explanation.title ?? '');
  const details = [text.detail, why].filter(Boolean).join(' ');
  const message = `${text.headline} · ${details}`;
  const show =
    verdict.kind === 'unknown'
      ? vscode.window.showWarningMessage
      : vscode.window.showInformationMessage;
  void show(message, list).then((chosen) => {
    if (chosen === list) void vscode.commands.executeCommand('loopwise.showInline', run.uri);
  });
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
