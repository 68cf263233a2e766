import * as vscode from 'vscode';
import { arrived } from '../../inline/printed.ts';
import { createThrottle } from '../../inline/throttle.ts';
import { betweenCallbacks } from '../../explain/separate-callbacks.ts';
import { isRecord } from '../../collections/is-record.ts';
import type { RunResult } from '../../runner/model.ts';
import { asLogged } from '../ui/error-text.ts';
import { command, context } from '../settings/ids.ts';
import { readArgument } from '../subject/read-argument.ts';
import { refusal } from '../ui/refusal.ts';
import type { RunElsewhere } from '../subject/run-elsewhere.ts';
import { runRequest } from '../subject/run-request.ts';
import type { Services } from '../services/services.ts';
import { argumentOf } from '../subject/subject.ts';
import { inTimeOr } from '../threads/work.ts';
import { createRunComparison } from './compare-runs.ts';
import { createDecorations } from './decorations.ts';
import { findProgram } from './find-program.ts';
import type { ProgramPlace } from './find-program.ts';
import { hoverText } from './hover.ts';
import { createInlineRun } from './inline-run.ts';
import type { InlineRun } from './inline-run.ts';
import { isLensArgument, lensesOf } from './lens.ts';
import { resultsText, showResultsList } from './results-list.ts';
import { createStatusItem } from './status-item.ts';
import { endText } from './words.ts';

/** What the command that runs code inline resolves with. */
export interface InlineOutcome {
  readonly ended: RunResult['ended'];
  readonly exitCode: number | null;
  /** The same as in the list of results. */
  readonly text: () => string;
}

/** Results beside the lines of documents. */
export interface Inline {
  run(argument: unknown, more?: Omit<ProgramPlace, 'document'>): Promise<InlineOutcome | undefined>;
  /** Ends what runs for a document; without one, for that of the active editor. */
  stop(argument?: unknown): void;
  clear(argument?: unknown): void;
  showList(argument?: unknown): Promise<void>;
  showTimeline(argument?: unknown, number?: unknown): Promise<void>;
  /** The last two runs of the active editor's code. */
  compare(): Promise<void>;
  lens(argument: unknown): Promise<void>;
  lenses(document: vscode.TextDocument): vscode.CodeLens[];
  readonly onDidChange: vscode.Event<void>;
  dispose(): void;
}

/** Decorations change as often as this, in milliseconds. */
const everyMs = 100;

export function createInline(services: Services): Inline {
  const { runner, work, log } = services;
  /** By the document that was run, the newest last. */
  const runs = new Map<string, InlineRun>();
  /** The run before the last one, by the document. */
  const former = new Map<string, InlineRun>();
  const comparison = createRunComparison();
  const decorations = createDecorations();
  const statusItem = createStatusItem();
  const changed = new vscode.EventEmitter<void>();
  /** An editor hides its hover before Escape means anything else, so nobody can tell then that there was one. */
  let hoverAsked = false;

  /** The newest run that has results in a document. */
  const shownIn = (uri: string): InlineRun | undefined =>
    runs.get(uri) ?? [...runs.values()].findLast((run) => run.marksIn(uri).length > 0);

  function draw(uris: Iterable<string>): void {
    for (const uri of new Set(uris)) decorations.draw(uri, shownIn(uri));
  }

  const drawRun = (run: InlineRun): void => draw([run.uri, ...run.documents]);

  /** What is said of the active editor outside of its lines. */
  function tellAround(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const run = uri === undefined ? undefined : shownIn(uri);
    statusItem.show(run);
    setContext(context.inlineShown, run !== undefined);
    setContext(context.inlineRunning, run?.status.kind === 'running');
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

  async function start(place: ProgramPlace): Promise<InlineOutcome | undefined> {
    const { document } = place;
    const subject = await findProgram(services, place);
    if (!subject) return undefined;
    const before = runs.get(document.uri.toString());
    if (before) forget(before);
    if (before?.status.kind === 'over') former.set(before.uri, before);
    const run = createInlineRun(subject, document);
    runs.set(run.uri, run);
    changedAll();
    const throttle = createThrottle(() => drawRun(run), everyMs);
    try {
      const result = await runner.run({
        ...runRequest(subject, run.signal),
        onLine(line, write) {
          run.add(arrived(run.results.all.length + 1, line, write));
          throttle.ask();
        },
      });
      await run.end({ kind: 'over', result });
      if (runs.get(run.uri) === run) tellOfEnd(result);
      const { ended, exitCode } = result;
      return { ended, exitCode, text: () => resultsText(run) };
    } catch (error) {
      await run.end({ kind: 'failed' });
      log.error(asLogged(error));
      tellOfFailure(error);
      forget(run);
      return undefined;
    } finally {
      throttle.dispose();
      if (runs.get(run.uri) === run) drawRun(run);
      changedAll();
    }
  }

  const explanations = (run: InlineRun) =>
    (run.explanations ??= explain(run).catch((error: unknown) => {
      log.error(asLogged(error));
      return [];
    }));

  async function explain({ status }: InlineRun) {
    const trace = status.kind === 'over' ? status.result.trace : undefined;
    if (!trace) return [];
    const explained = await inTimeOr(work.do('explainRun', trace, {}), undefined);
    return explained ? betweenCallbacks(trace, explained.pairs) : [];
  }

  const hovers = vscode.languages.registerHoverProvider(
    [
      { language: 'javascript' },
      { language: 'typescript' },
      { language: 'markdown' },
      { pattern: '**/*.{js,cjs,mjs,ts,cts,mts}' },
    ],
    {
      async provideHover(document, { line, character }) {
        const uri = document.uri.toString();
        const run = shownIn(uri);
        hoverAsked = run !== undefined;
        const mark = run?.marksIn(uri).find(({ range }) => range.start.line === line);
        // Results stand behind the code: what is over a name belongs to the language.
        const end = document.lineAt(line).text.trimEnd().length;
        if (!run || !mark || character < end) return undefined;
        return new vscode.Hover(await hoverText(run, mark.shown, { explanations }));
      },
    },
  );

  const listeners = [
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      let touched = false;
      for (const run of runs.values()) {
        const wasStale = run.stale;
        if (!run.edit(document, contentChanges)) continue;
        drawRun(run);
        touched ||= !wasStale;
      }
      if (touched) changedAll();
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const run = runs.get(document.uri.toString());
      former.delete(document.uri.toString());
      if (run) forget(run);
    }),
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      draw(editors.map(({ document }) => document.uri.toString()));
      for (const { document } of editors) {
        for (const run of runs.values()) {
          void run.opened(document).then((has) => {
            if (has) draw([document.uri.toString()]);
          });
        }
      }
    }),
    vscode.window.onDidChangeActiveTextEditor(tellAround),
    vscode.window.onDidChangeTextEditorSelection(() => {
      hoverAsked = false;
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

  return {
    async run(argument, more) {
      const document = await documentOf(argument);
      if (!document) {
        tell(vscode.l10n.t('Open a JavaScript or TypeScript file first, then run it inline.'));
        return undefined;
      }
      return start({ document, ...more });
    },
    stop: (argument) => runFor(argument)?.stop(),
    clear(argument) {
      const byKey = isRecord(argument) && argument['by'] === 'key';
      const closesHover = byKey && hoverAsked;
      hoverAsked = false;
      if (closesHover) return;
      const run = runFor(argument);
      if (run?.status.kind === 'running') run.stop();
      else if (run) {
        forget(run);
        changedAll();
      }
    },
    async showList(argument) {
      const run = runFor(argument);
      if (run) await showResultsList(run);
      else tell(vscode.l10n.t('There are no inline results. Run the code inline first.'));
    },
    showTimeline,
    async compare() {
      const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
      const [before, after] = [former.get(uri), runs.get(uri)];
      if (before && after?.status.kind === 'over') await comparison.show(before, after);
      else tell(vscode.l10n.t('Run this code inline twice first, then both runs can be compared.'));
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
      const run = runs.get(argument.uri);
      if (action === 'timeline' && run?.status.kind === 'over' && !run.stale) {
        await showTimeline(argument.uri);
        return;
      }
      const subject = await findProgram(services, place);
      const id = action === 'predict' ? command.predictSnippet : command.showTimeline;
      if (subject) await vscode.commands.executeCommand(id, argumentOf(subject));
    },
    lenses: (document) => lensesOf(document, runs.get(document.uri.toString())),
    onDidChange: changed.event,
    dispose() {
      for (const run of runs.values()) run.stop();
      for (const one of [hovers, ...listeners, comparison, decorations, statusItem, changed])
        one.dispose();
    },
  };
}

/** The document that a menu or a link names, in an editor; else that of the active one. */
async function documentOf(argument: unknown): Promise<vscode.TextDocument | undefined> {
  const given = readArgument(argument);
  if (given.kind !== 'file') return vscode.window.activeTextEditor?.document;
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = [activeTextEditor, ...visibleTextEditors].find(
    (one) => one?.document.uri.toString() === given.uri,
  );
  if (editor) return editor.document;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(given.uri, true));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** What a line beside the code can't say. */
function tellOfEnd(result: RunResult): void {
  if (result.waitedForInput) {
    tell(
      vscode.l10n.t(
        'The program waited for input until it was stopped. Use "Run Without Predicting" to type its input on a page.',
      ),
    );
  } else if (result.ended !== 'exit' && result.ended !== 'cancelled') {
    tell(vscode.l10n.t('Inline run: {0}.', endText(result)));
  }
}

function tellOfFailure(error: unknown): void {
  const { reason, message } = refusal(error);
  const select = vscode.l10n.t('Select Node.js…');
  const offers = reason === 'noNode' ? [select] : [];
  void vscode.window.showErrorMessage(message, ...offers).then((chosen) => {
    if (chosen === select) void vscode.commands.executeCommand(command.selectRuntime);
  });
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
