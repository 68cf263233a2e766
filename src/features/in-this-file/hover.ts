import * as vscode from 'vscode';
import { questionOfRule } from '../../code-topics/findings/findings.ts';
import type { Progress } from '../../study/progress.ts';
import { command } from '../settings/ids.ts';
import type { Reading } from './readings.ts';
import type { Topic } from './topics.ts';
import { plainMarkdown } from '../ui/plain-markdown.ts';

/**
 * The question that the API at an offset belongs to; undefined where there is none.
 * @param progress when it has been read already; a hover doesn't wait for it
 */
export function hoverAt(
  document: vscode.TextDocument,
  offset: number,
  { uses, findings, topics }: Reading,
  progress: Progress | undefined,
): vscode.Hover | undefined {
  const covers = ({ start, end }: { start: number; end: number }) =>
    start <= offset && offset < end;
  const use = uses.find(covers);
  if (!use) return undefined;
  const better = findings.find((finding) => covers(finding));
  const ids = [...(better ? [questionOfRule[better.rule]] : []), ...topics.index.find(use.names)];
  const topic = ids.map((id) => topics.topic(id)).find((one) => one !== undefined);
  if (!topic) return undefined;
  const range = new vscode.Range(document.positionAt(use.start), document.positionAt(use.end));
  return new vscode.Hover(hoverText(use.names[0] ?? '', topic, progress), range);
}

function hoverText(
  name: string,
  topic: Topic,
  progress: Progress | undefined,
): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  const { id, title, snippets } = topic;
  const later = progress?.askLater(id) === true;
  const snippet = snippets.find((one) => progress?.snippet(one) !== 'solved') ?? snippets[0];
  text.isTrusted = {
    enabledCommands: [
      ...[command.openQuestion, command.predictSnippet],
      ...[command.askLater, command.forgetLater],
    ],
  };
  text.appendMarkdown('**Loopwise** · ');
  text.appendMarkdown(
    plainMarkdown(vscode.l10n.t('In an interview, {0} may lead to this question:', name)),
  );
  text.appendMarkdown('\n\n').appendMarkdown(plainMarkdown(title)).appendMarkdown('\n\n');
  const links = [
    link(vscode.l10n.t('$(book) Open Question'), command.openQuestion, id),
    ...(snippet === undefined
      ? []
      : [
          link(vscode.l10n.t('$(symbol-event) Predict a Snippet'), command.predictSnippet, snippet),
        ]),
    later
      ? link(vscode.l10n.t('$(check) Will Be Asked Later'), command.forgetLater, id)
      : link(vscode.l10n.t('$(watch) Ask Me Later'), command.askLater, id),
  ];
  return text.appendMarkdown(links.join('&nbsp;&nbsp; '));
}

const link = (title: string, id: string, argument: string) =>
  `[${title}](command:${id}?${encodeURIComponent(JSON.stringify([argument]))})`;
