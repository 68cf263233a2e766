import * as vscode from 'vscode';
import { displayText } from '../../order/line-text.ts';
import type { InlineRun } from './inline-run.ts';
import { headOf, runText } from './words.ts';

const scheme = 'loopwise-inline';

/** Shows the outputs of two runs side by side, as VS Code compares texts. */
export interface RunComparison {
  show(before: InlineRun, after: InlineRun): Promise<void>;
  dispose(): void;
}

export function createRunComparison(): RunComparison {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
  });

  function document(run: InlineRun, which: 'before' | 'after'): vscode.Uri {
    const { path } = vscode.Uri.parse(run.uri);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const uri = vscode.Uri.from({ scheme, path: `/${which}/${name}.txt` });
    texts.set(uri.path, outputText(run));
    changed.fire(uri);
    return uri;
  }

  return {
    async show(before, after) {
      const title = vscode.l10n.t(
        '{0} ↔ {1}',
        vscode.l10n.t('Run Before: {0}', runText(before)),
        vscode.l10n.t('Last Run: {0}', runText(after)),
      );
      await vscode.commands.executeCommand(
        'vscode.diff',
        document(before, 'before'),
        document(after, 'after'),
        title,
      );
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}

/** Without numbers and times, which differ even where the order is the same. */
function outputText({ results }: InlineRun): string {
  const lines = results.all.map((printed) => {
    const [, ...about] = headOf({ ...printed, ms: undefined });
    return about.length === 0
      ? displayText(printed)
      : `${displayText(printed)}  [${about.join(' · ')}]`;
  });
  return `${lines.join('\n')}\n`;
}
