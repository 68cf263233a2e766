import * as vscode from 'vscode';
import { arrived } from '../../inline/printed.ts';
import { createThrottle, drawingIntervalMs } from '../../inline/throttle.ts';
import { nextTurn } from '../../collections/in-slices.ts';
import { isRecord } from '../../collections/is-record.ts';
import { asLogged } from '../ui/error-text.ts';
import { command, context } from '../settings/ids.ts';
import type { RunElsewhere } from '../subject/run-elsewhere.ts';
import { findSubject } from '../services/find-subject.ts';
import { runRequest } from '../subject/run-request.ts';
import type { Services } from '../services/services.ts';
import { argumentOf } from '../subject/subject.ts';
import { documentOf, lineOf } from './command-arguments.ts';
import { compareAttempts } from './compare-attempts.ts';
import { compareRuns } from './compare-runs.ts';
import { createSnippetCopies } from './copies.ts';
import { createDecorations } from './decorations.ts';
import { createFileNames } from './file-names.ts';
import { findProgram } from './find-program.ts';
import type { ProgramPlace } from './find-program.ts';
import { createHovers } from './hovers.ts';
import { createInlineRun } from './inline-run.ts';
import type { InlineRun } from './inline-run.ts';
import type { Inline, InlineOutcome } from './inline-api.ts';
import { chooseAction } from './inline-menu.ts';
import { isLensArgument, lensesOf } from './lens.ts';
import { createPredicting } from './predicting.ts';
import { createReadOnlyTexts } from './read-only-texts.ts';
import { countsText, createRanLinesView, showRanLinesList } from './ran-lines.ts';
import { resultsText, showResultsList } from './results-list.ts';
import { createStatusItem } from './status-item.ts';
import { typeInput } from './type-input.ts';
import { openValue } from './value-document.ts';
import { tell, tellOfEnd, tellOfFailure } from './tell.ts';

export function createInline(services: Services): Inline {
  const { runner, log } = services;
  /** By the document that was run, the newest last. */
  const runs = new Map<string, InlineRun>();
  /** The run before the last one, by the document. */
  const former = new Map<string, InlineRun>();
  const texts = createReadOnlyTexts();
  const decorations = createDecorations();
  const statusItem = createStatusItem();
  const changed = new vscode.EventEmitter<void>();
  const files = createFileNames();
  /** Documents whose output was shown. */
  const shown = new Set<string>();
  const copies = createSnippetCopies(services);
  const predicting = createPredicting(services, {
    files,
    copies,
    wasShown: (uri) => shown.has(uri),
    show(run) {
      const before = replace(run);
      if (before?.status.kind === 'over') former.set(before.uri, before);
      drawRun(run);
    },
    tellOfFailure,
    changed: () => {
      draw(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
      changedAll();
    },
  });
  const ranLines = createRanLinesView(services, files, tellOfFailure);

  /** The newest run that has results in a document; none while its output is being predicted. */
  const shownIn = (uri: string): InlineRun | undefined =>
    predicting.isAbout(uri)
      ? undefined
      : (runs.get(uri) ?? [...runs.values()].findLast((run) => run.marksIn(uri).length > 0));

  function draw(uris: Iterable<string>): void {
    for (const uri of new Set(uris)) decorations.draw(uri, shownIn(uri));
  }

  const drawRun = (run: InlineRun): void => draw([run.uri, ...run.documents]);

  /** What is said of the active editor outside of its lines. */
  function tellAround(): void {
    const document = vscode.window.activeTextEditor?.document;
    const uri = document?.uri.toString();
    const run = uri === undefined ? undefined : shownIn(uri);
    const prediction = predicting.of(document);
    if (prediction) statusItem.predict(prediction);
    else statusItem.show(run, uri === undefined ? undefined : ranLines.of(uri));
    setContext(context.inlinePredicting, prediction !== undefined);
    const hasLines = uri !== undefined && ranLines.of(uri) !== undefined;
    setContext(context.inlineShown, run !== undefined || hasLines);
    const runs = run?.status.kind === 'running' || prediction?.checking !== undefined;
    setContext(context.inlineRunning, runs);
    setContext(context.inlineComparable, uri !== undefined && former.has(uri));
  }

  function changedAll(): void {
    tellAround();
    changed.fire();
  }

  function forget(run: InlineRun): void {
    run.stop();
    if (runs.get(run.uri) === run) runs.delete(run.uri);
    drawRun(run);
  }

  /** @returns what its document showed before */
  function replace(run: InlineRun): InlineRun | undefined {
    const before = runs.get(run.uri);
    // The newest is the last.
    runs.delete(run.uri);
    runs.set(run.uri, run);
    shown.add(run.uri);
    if (before) {
      before.stop();
      drawRun(before);
    }
    return before;
  }

  async function start(place: ProgramPlace): Promise<InlineOutcome | undefined> {
    const { document } = place;
    const subject = await findProgram(services, place);
    if (!subject) return undefined;
    await Promise.all(vscode.workspace.textDocuments.map((one) => files.learn(one)));
    const run = createInlineRun(subject, document, files);
    const before = replace(run);
    predicting.drop(run.uri);
    changedAll();
    const throttle = createThrottle(() => drawRun(run), drawingIntervalMs);
    const over = new AbortController();
    try {
      const result = await runner.run({
        ...runRequest(subject, run.signal),
        onLine(line, write) {
          run.add(arrived(run.results.all.length + 1, line, write));
          throttle.ask();
        },
        onRead: (input) => void typeInput(input, AbortSignal.any([run.signal, over.signal])),
      });
      over.abort();
      await run.end({ kind: 'over', result });
      if (before?.status.kind === 'over') former.set(before.uri, before);
      if (runs.get(run.uri) === run) tellOfEnd(result);
      const { ended, exitCode } = result;
      return { ended, exitCode, text: () => resultsText(run) };
    } catch (error) {
      await run.end({ kind: 'failed' });
      log.error(asLogged(error));
      tellOfFailure(error);
      const isNewest = runs.get(run.uri) === run;
      forget(run);
      // What was known before is still known, but is not what somebody has just asked for.
      if (before && isNewest) {
        before.outlive();
        runs.set(before.uri, before);
        drawRun(before);
      }
      return undefined;
    } finally {
      over.abort();
      throttle.dispose();
      // Where a program has printed much, each of these takes a good part of a frame.
      await nextTurn();
      if (runs.get(run.uri) === run) drawRun(run);
      await nextTurn();
      changedAll();
    }
  }

  const hovers = createHovers(services, { shownIn, linesOf: (uri) => ranLines.of(uri) });

  const listeners = [
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      predicting.edit(document, contentChanges);
      ranLines.edit(document, contentChanges);
      let touched = ranLines.of(document.uri.toString()) !== undefined;
      for (const run of runs.values()) {
        const wasStale = run.stale;
        if (!run.edit(document, contentChanges)) continue;
        drawRun(run);
        touched ||= run.stale !== wasStale;
      }
      if (touched) changedAll();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const run = runs.get(document.uri.toString());
      former.delete(document.uri.toString());
      shown.delete(document.uri.toString());
      predicting.drop(document.uri.toString());
      ranLines.clear(document.uri.toString());
      if (run) forget(run);
    }),
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      predicting.draw();
      ranLines.draw();
      draw(editors.map(({ document }) => document.uri.toString()));
      for (const { document } of editors) {
        for (const run of runs.values()) {
          void run.opened(document).then((has) => {
            if (has) draw([document.uri.toString()]);
          });
        }
      }
    }),
    vscode.window.onDidChangeActiveTextEditor(() => {
      tellAround();
      predicting.draw();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (predicting.of(textEditor.document)) predicting.draw();
    }),
  ];

  function runFor(argument: unknown): InlineRun | undefined {
    const uri =
      typeof argument === 'string'
        ? argument
        : vscode.window.activeTextEditor?.document.uri.toString();
    return uri === undefined ? undefined : shownIn(uri);
  }

  async function showTimeline(argument?: unknown, number?: unknown): Promise<void> {
    const run = runFor(argument);
    if (run?.status.kind !== 'over') {
      tell(vscode.l10n.t('Run this code inline first, then its timeline can be shown.'));
      return;
    }
    const { result } = run.status;
    const line = typeof number === 'number' ? result.trace?.lines[number - 1] : undefined;
    const made: RunElsewhere = {
      ...{ madeBy: 'inline', result },
      ...(line && { moment: line.at }),
    };
    await vscode.commands.executeCommand(command.showTimeline, argumentOf(run.subject), made);
  }

  /** @returns whether the active editor shows which lines ran */
  async function showLines(): Promise<boolean> {
    const { document } = vscode.window.activeTextEditor ?? {};
    const lines = document && ranLines.of(document.uri.toString());
    if (!lines) return false;
    await showRanLinesList(lines, document);
    return true;
  }

  async function beginPrediction(place: ProgramPlace): Promise<void> {
    // Which lines run is a part of the answer.
    ranLines.clear(place.document.uri.toString());
    await predicting.start(place);
  }

  return {
    async run(argument) {
      const document = await documentOf(argument);
      if (!document) {
        tell(vscode.l10n.t('Open a JavaScript or TypeScript file first, then run it inline.'));
        return undefined;
      }
      return start({ document });
    },
    async saved(uri) {
      // It would show what somebody is about to predict.
      if (predicting.isAbout(uri.toString())) return;
      const document = await documentOf(uri);
      if (document) await start({ document, whole: true });
    },
    stop(argument) {
      const { document } = vscode.window.activeTextEditor ?? {};
      if (predicting.of(document)?.checking) predicting.cancel(document);
      else runFor(argument)?.stop();
    },
    clear(argument) {
      const wasHovered = hovers.close();
      if (wasHovered && isRecord(argument) && argument['by'] === 'key') return;
      if (predicting.cancel(vscode.window.activeTextEditor?.document)) return;
      const run = runFor(argument);
      const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
      if (run?.status.kind === 'running') run.stop();
      else {
        ranLines.clear(run?.uri ?? uri);
        if (run) forget(run);
        changedAll();
      }
    },
    async showList(argument) {
      const run = runFor(argument);
      if (predicting.of(vscode.window.activeTextEditor?.document)) await predicting.showList();
      else if (run) await showResultsList(run);
      else if (await showLines()) return;
      else tell(vscode.l10n.t('There are no inline results. Run the code inline first.'));
    },
    showTimeline,
    async showValue(argument, number) {
      const printed = runFor(argument)?.results.all[Number(number) - 1];
      if (printed?.values) await openValue(printed, texts);
      else tell(vscode.l10n.t('This value is no longer known. Run the code inline again.'));
    },
    async compare() {
      const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
      const [before, after] = [former.get(uri), runs.get(uri)];
      if (before && after?.status.kind === 'over') await compareRuns(before, after, texts);
      else tell(vscode.l10n.t('Run this code inline twice first, then both runs can be compared.'));
    },
    async compareAttempts(argument) {
      const { document } = vscode.window.activeTextEditor ?? {};
      const copy = argument === undefined && document ? await copies.of(document) : undefined;
      const shown = argument
        ? await findSubject(services, argument)
        : services.activeSubject.current;
      const about = copy ?? (shown?.kind === 'snippet' ? { subject: shown } : undefined);
      if (about) await compareAttempts(services, about, texts);
      else
        tell(
          vscode.l10n.t(
            'Attempts belong to a snippet. Open one, or a copy that was made by Edit a Copy, then compare them.',
          ),
        );
    },
    async lens(argument) {
      if (!isLensArgument(argument)) return;
      const document = await documentOf(vscode.Uri.parse(argument.uri));
      if (!document) return;
      const { action, line } = argument;
      const place = { document, whole: true, ...(line !== undefined && { line }) };
      if (action === 'run') {
        await start(place);
        return;
      }
      if (action === 'predictInline') {
        await beginPrediction(place);
        return;
      }
      const run = runs.get(argument.uri);
      if (action === 'timeline' && run?.status.kind === 'over' && !run.stale) {
        await showTimeline(argument.uri);
        return;
      }
      const subject = await findProgram(services, place);
      const ids = {
        predict: command.predictSnippet,
        timeline: command.showTimeline,
        everyNode: command.runEverywhere,
      };
      const id = ids[action];
      if (subject) await vscode.commands.executeCommand(id, argumentOf(subject));
    },
    async menu(argument) {
      const run = runFor(argument);
      const prediction = predicting.of(vscode.window.activeTextEditor?.document);
      await chooseAction({ run, prediction, isComparable: former.has(run?.uri ?? '') });
    },
    async predict(argument) {
      const document = await documentOf(argument);
      if (document) await beginPrediction({ document });
      else
        tell(vscode.l10n.t('Open a JavaScript or TypeScript file first, then predict it inline.'));
    },
    putNumber: (argument) => predicting.put(lineOf(argument)),
    typeLine: (argument) => predicting.type(lineOf(argument)),
    removeNumber: () => predicting.removeLast(),
    async check() {
      const judged = await predicting.check();
      const run = judged && runFor(undefined);
      if (!judged || !run) return undefined;
      const { verdict, text } = judged;
      return { verdict: verdict.kind, headline: text.headline, text: () => resultsText(run) };
    },
    async showRanLines(argument) {
      const document = await documentOf(argument);
      if (!document) {
        tell(vscode.l10n.t('Open a JavaScript or TypeScript file first, then run it inline.'));
        return undefined;
      }
      const subject = await findProgram(services, { document });
      const lines = subject && (await ranLines.run(subject, document));
      changedAll();
      return lines && countsText(lines);
    },
    cancelPrediction: () => void predicting.cancel(vscode.window.activeTextEditor?.document),
    lenses(document) {
      const uri = document.uri.toString();
      const prediction = predicting.isAbout(uri) ? predicting.of(document) : undefined;
      return lensesOf(document, runs.get(uri), prediction);
    },
    onDidChange: changed.event,
    dispose() {
      for (const run of runs.values()) run.stop();
      for (const one of [
        ...[hovers, ...listeners, texts, decorations, statusItem, predicting, ranLines, changed],
      ])
        one.dispose();
    },
  };
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
