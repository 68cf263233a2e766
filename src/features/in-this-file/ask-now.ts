import * as vscode from 'vscode';
import type { Check, Question } from '../../bank/model.ts';
import { randomNumbers, shuffled } from '../../collections/shuffled.ts';
import type { Progress } from '../../study/progress.ts';
import { command } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { pickOne } from '../ui/pick-one.ts';

/** What fits into a line of a list that VS Code opens. */
const lineLength = 85;

/**
 * Asks one of a question's quick checks, one that was not answered correctly yet if there is any, and says what is
 * right about the answer. It counts as it does on the question's page.
 */
export async function askNow(
  { progress }: Pick<Services, 'progress'>,
  question: Question,
): Promise<void> {
  const known = await progress.load();
  const check = nextCheck(question, known);
  if (!check) {
    await vscode.commands.executeCommand(command.openQuestion, question.id);
    return;
  }
  const seed = Math.floor(Math.random() * 2 ** 31);
  const choices = shuffled(
    check.choices.map((choice, index) => ({ label: plain(choice.text), choice, index })),
    randomNumbers(seed),
  );
  const [title, placeHolder] = inTwo(plain(check.question));
  const picked = await pickOne(choices, {
    title,
    placeHolder: placeHolder ?? vscode.l10n.t('Choose the right answer'),
    ignoreFocusOut: true,
  });
  if (!picked) return;
  const { choice, index } = picked;
  await progress.record(`question:${question.id}`, {
    ...{ kind: 'answered', check: check.id, choice: index, correct: choice.correct },
  });
  if (known.askLater(question.id)) {
    await progress.record(`question:${question.id}`, { kind: 'askLater', on: false });
  }
  const open = vscode.l10n.t('Open Question');
  const reason = plain(choice.reason);
  const said = choice.correct
    ? vscode.l10n.t('Right: {0}', reason)
    : vscode.l10n.t('Not right: {0}', reason);
  void vscode.window.showInformationMessage(said, open).then((chosen) => {
    if (chosen === open) void vscode.commands.executeCommand(command.openQuestion, question.id);
  });
}

/** The first that was not answered correctly; of those that all were, any. */
function nextCheck({ id, checks }: Question, progress: Progress): Check | undefined {
  const answers = progress.answers(id);
  const open = checks.find(({ id: check, choices }) => !choices[answers.get(check) ?? -1]?.correct);
  return open ?? checks[Math.floor(Math.random() * checks.length)];
}

/** Lists show no Markdown. */
const plain = (markdown: string): string =>
  markdown
    .replace(/\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/`|\*\*/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** A text that is too long for one line, as two. */
function inTwo(text: string): readonly [string, string | undefined] {
  if (text.length <= lineLength) return [text, undefined];
  const at = text.lastIndexOf(' ', lineLength);
  return at <= 0 ? [text, undefined] : [`${text.slice(0, at)} …`, `… ${text.slice(at + 1)}`];
}
