import * as vscode from 'vscode';
import type { Services } from '../services/services.ts';
import { runLimits } from '../settings/run-limits.ts';
import { programOf } from './tool-input.ts';
import type { ProgramInput } from './tool-input.ts';
import { plainMarkdown } from '../ui/plain-markdown.ts';

/**
 * What the user is asked before a model may run something: always, and with all of the code. Nothing is
 * asked where there is nothing to run; the tool says so then.
 */
export async function confirmRun(
  input: ProgramInput,
  { bank }: Pick<Services, 'bank'>,
): Promise<vscode.PreparedToolInvocation> {
  const program = programOf(input);
  const invocationMessage = vscode.l10n.t('Running the code with Node.js');
  const code =
    'snippet' in program ? (await bank.loadAll()).snippet(program.snippet)?.code : program.code;
  if (code === undefined) return { invocationMessage };
  const title =
    'snippet' in program
      ? vscode.l10n.t('Run the snippet {0}?', program.snippet)
      : vscode.l10n.t('Run this code?');
  const { seconds, megabytes } = runLimits();
  const message = new vscode.MarkdownString();
  message.appendMarkdown(
    plainMarkdown(
      'snippet' in program
        ? vscode.l10n.t(
            'Loopwise runs a snippet of its question bank with Node.js on this computer.',
          )
        : vscode.l10n.t(
            'Loopwise runs this code with Node.js on this computer, for at most {0} s and with at most {1} MB. It can do whatever you can do: the limits are not a sandbox.',
            ...[seconds, megabytes],
          ),
    ),
  );
  message.appendCodeblock(visible(code), 'javascript');
  return { invocationMessage, confirmationMessages: { title, message } };
}

/** Nothing that is about to run may hide: signs without a shape, and those that turn the direction, show their number. */
const visible = (code: string): string =>
  code.replace(
    /[\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  );
