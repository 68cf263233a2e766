import * as vscode from 'vscode';
import { command } from '../settings/ids.ts';
import { questionIdOf, snippetIdOf } from '../subject/command-argument.ts';
import type { Services } from '../services/services.ts';

/**
 * Links such as `vscode://loopwise.loopwise/question/event-loop-phases`: they open a page, that of the drill with
 * the program that the link names, and nothing else can be asked of them. Ids of packs hold a slash.
 */
export function registerDeepLinks({
  context,
  shownQuestion,
}: Pick<Services, 'context' | 'shownQuestion'>): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerUriHandler({
      handleUri: ({ path }) => openLink(path),
    }),
    vscode.commands.registerCommand(command.copyLink, async (argument: unknown) => {
      const isSnippet = typeof argument === 'object' && snippetIdOf(argument) !== undefined;
      const id = isSnippet
        ? snippetIdOf(argument)
        : (questionIdOf(argument) ?? shownQuestion.current);
      if (id === undefined) return;
      const path = `/${isSnippet ? 'snippet' : 'question'}/${id}`;
      const link = vscode.Uri.from({
        scheme: vscode.env.uriScheme,
        authority: context.extension.id,
        path,
      });
      await vscode.env.clipboard.writeText(link.toString(true));
      vscode.window.setStatusBarMessage(vscode.l10n.t('Link copied'), 2000);
    }),
  );
}

/** @param path of a link, such as `/question/event-loop-phases`; what it may hold is not known */
export async function openLink(path: string): Promise<void> {
  const [, kind, id] = /^\/(question|snippet|drill)\/([a-z0-9/-]+)$/.exec(path) ?? [];
  if (kind === undefined || id === undefined) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t("Loopwise can't open the link {0}: it doesn't name a question.", path),
    );
    return;
  }
  if (kind === 'drill') return vscode.commands.executeCommand(command.drill, { link: id });
  const opens = kind === 'question' ? command.openQuestion : command.predictSnippet;
  await vscode.commands.executeCommand(opens, id);
}
