import * as vscode from 'vscode';
import { betweenCallbacks } from '../../explain/separate-callbacks.ts';
import type { Services } from '../services/services.ts';
import { inTimeOr } from '../threads/work.ts';
import { asLogged } from '../ui/error-text.ts';
import { hoverText } from './hover.ts';
import type { InlineRun } from './inline-run.ts';
import { ranText } from './ran-lines.ts';
import type { ShownLines } from './ran-lines.ts';

/** The hovers over inline results, behind the code of their lines. */
export interface InlineHovers {
  /**
   * An editor hides its hover before Escape means anything else, so only who made it can tell that there
   * was one. @returns whether the cursor has stayed where it was since one was asked for
   */
  close(): boolean;
  dispose(): void;
}

export interface HoverSources {
  /** The run that has results in a document. */
  readonly shownIn: (uri: string) => InlineRun | undefined;
  /** Which of its lines ran, where that is shown. */
  readonly linesOf: (uri: string) => ShownLines | undefined;
}

export function createHovers(
  { work, log }: Pick<Services, 'work' | 'log'>,
  { shownIn, linesOf }: HoverSources,
): InlineHovers {
  let asked = false;

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

  async function provideHover(
    document: vscode.TextDocument,
    { line, character }: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const uri = document.uri.toString();
    const run = shownIn(uri);
    asked = run !== undefined;
    // Results stand behind the code: what is over a name belongs to the language.
    if (character < document.lineAt(line).text.trimEnd().length) return undefined;
    const ran = ranText(linesOf(uri), line);
    const mark = run?.marksIn(uri).find(({ range }) => range.start.line === line);
    if (!run || !mark) {
      return ran === undefined ? undefined : new vscode.Hover(`**Loopwise** · ${ran}`);
    }
    const verdict = run.judged?.of(mark.shown);
    return new vscode.Hover(await hoverText(run, mark.shown, { explanations, verdict, ran }));
  }

  const registered = vscode.Disposable.from(
    vscode.languages.registerHoverProvider(
      [
        { language: 'javascript' },
        { language: 'typescript' },
        { language: 'markdown' },
        { pattern: '**/*.{js,cjs,mjs,ts,cts,mts}' },
      ],
      { provideHover },
    ),
    vscode.window.onDidChangeTextEditorSelection(() => {
      asked = false;
    }),
  );
  return {
    close() {
      const was = asked;
      asked = false;
      return was;
    },
    dispose: () => void registered.dispose(),
  };
}
