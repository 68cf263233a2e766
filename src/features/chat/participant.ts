import * as vscode from 'vscode';
import type { DocumentPart, ExplainedRun, LoopwiseApi } from '../../../docs/loopwise-api.d.ts';
import { displayText } from '../../order/line-text.ts';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import { asData } from './as-data.ts';
import { factsOfRun } from './facts.ts';
import { fenced, plainMarkdown } from './markdown.ts';
import type { BankSearch } from './search-bank.ts';

/** What a message of the chat shows at most. */
const [mostLines, mostPairs] = [50, 20];

/**
 * Answers in the chat: `/explain` runs the selection and says why its lines are in their order, anything
 * else searches the bank. All of it comes from a run or from the bank; a model only puts
 * in words what is asked beyond that, and nothing is missing without one.
 */
export function createParticipant(
  { log }: Pick<Services, 'log'>,
  api: LoopwiseApi,
  search: BankSearch,
): vscode.ChatRequestHandler {
  return async (request, _context, stream, token) => {
    try {
      if (request.command === 'explain') await explain(request, stream, token);
      else if (request.prompt.trim() === '') help(stream);
      else await find(request.prompt, stream);
      return {};
    } catch (error) {
      if (token.isCancellationRequested) return {};
      log.error(asLogged(error));
      return { errorDetails: { message: errorText(error) } };
    }
  };

  async function explain(
    request: vscode.ChatRequest,
    stream: vscode.ChatResponseStream,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const part = selected(request);
    if (!part) {
      stream.markdown(
        `${vscode.l10n.t('Select the code to explain in an editor first, then ask again.')}\n\n`,
      );
      help(stream);
      return;
    }
    stream.progress(vscode.l10n.t('Running the code with Node.js'));
    const run = await api.explain(part, { token });
    stream.markdown(runText(run));
    if (request.prompt.trim() !== '') await inWords(request, run, stream, token);
    // Last: VS Code folds what comes before a button, if text follows it.
    stream.button({
      command: command.showTimeline,
      title: vscode.l10n.t('Show Timeline'),
      arguments: [part.uri],
    });
  }

  /** What a model says to what was asked, set apart from what is known. */
  async function inWords(
    request: vscode.ChatRequest,
    run: ExplainedRun,
    stream: vscode.ChatResponseStream,
    token: vscode.CancellationToken,
  ): Promise<void> {
    // Some editors have a chat and no model.
    const model = request.model as vscode.LanguageModelChat | undefined;
    if (!model) return;
    const texts = [asData(factsOfRun(run)), request.prompt];
    const messages = texts.map((text) => vscode.LanguageModelChatMessage.User(text));
    try {
      const { text } = await model.sendRequest(messages, {}, token);
      const heading = vscode.l10n.t('{0} says, and may be wrong:', model.name);
      stream.markdown(`\n\n**${plainMarkdown(heading)}**\n\n`);
      for await (const piece of text) stream.markdown(piece);
    } catch (error) {
      if (token.isCancellationRequested) throw error;
      log.warn(`The language model did not answer: ${errorText(error)}`);
      const said = vscode.l10n.t("The language model didn't answer: {0}", errorText(error));
      stream.markdown(`\n\n${plainMarkdown(said)}`);
    }
  }

  async function find(query: string, stream: vscode.ChatResponseStream): Promise<void> {
    stream.progress(vscode.l10n.t('Searching the questions of Loopwise'));
    const { questions, notKnown } = await search.find(query);
    const text = new vscode.MarkdownString();
    text.isTrusted = { enabledCommands: [command.openQuestion] };
    for (const { id, title } of questions) {
      const open = `command:${command.openQuestion}?${encodeURIComponent(JSON.stringify([id]))}`;
      text.appendMarkdown(`- [${plainMarkdown(title)}](${open})\n`);
    }
    for (const sentence of notKnown) text.appendMarkdown(`\n${plainMarkdown(sentence)}\n`);
    stream.markdown(text);
    if (questions.length === 0) help(stream);
  }
}

function help(stream: vscode.ChatResponseStream): void {
  stream.markdown(
    [
      vscode.l10n.t(
        '`/explain` runs the selected JavaScript or TypeScript with Node.js and says why its lines are printed in this order.',
      ),
      vscode.l10n.t('Without a command, Loopwise searches its questions for your words.'),
    ]
      .map((line) => `- ${line}\n`)
      .join(''),
  );
}

/** What the user attached to the request, else the selection of the active editor. */
function selected({ references }: vscode.ChatRequest): DocumentPart | undefined {
  for (const { value } of references) {
    if (value instanceof vscode.Location && !value.range.isEmpty) {
      return { uri: value.uri, range: value.range };
    }
  }
  const { document, selection } = vscode.window.activeTextEditor ?? {};
  return document && selection && !selection.isEmpty
    ? { uri: document.uri, range: new vscode.Range(selection.start, selection.end) }
    : undefined;
}

function runText({ node, lines, pairs, notKnown }: ExplainedRun): string {
  const printed = lines
    .slice(0, mostLines)
    .map((line, at) => `${at + 1}  ${displayText(line).slice(0, 200)}`)
    .join('\n');
  const certainties = {
    certain: vscode.l10n.t('in every run'),
    race: vscode.l10n.t('a race: another run may differ'),
    unknown: vscode.l10n.t("not certain: the recording doesn't settle it"),
  };
  const why = pairs.slice(0, mostPairs).map(({ earlier, later, explanation }) => {
    const { certainty, title, text, source } = explanation;
    const heading = vscode.l10n.t(
      'Line {0} before line {1} ({2})',
      ...[earlier + 1, later + 1, certainties[certainty]],
    );
    const from = `[${plainMarkdown(source.title)}](${source.url})`;
    return `- **${plainMarkdown(heading)}**: ${plainMarkdown(`${title} ${text}`)} ${from}\n`;
  });
  const left = [
    ...notKnown,
    ...(lines.length > mostLines || pairs.length > mostPairs
      ? [
          vscode.l10n.t(
            'Only the beginning of the output is listed: it has {0} lines.',
            lines.length,
          ),
        ]
      : []),
  ];
  return [
    plainMarkdown(
      lines.length === 0
        ? vscode.l10n.t('Node.js {0} printed nothing.', node.version)
        : vscode.l10n.t('Node.js {0} printed:', node.version),
    ),
    ...(lines.length === 0 ? [] : [fenced(printed, 'text')]),
    ...(why.length === 0 ? [] : [why.join('')]),
    ...(left.length === 0
      ? []
      : [
          `**${plainMarkdown(vscode.l10n.t('What is unknown'))}**\n\n${left.map((sentence) => `- ${plainMarkdown(sentence)}\n`).join('')}`,
        ]),
  ].join('\n\n');
}
