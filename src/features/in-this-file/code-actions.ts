import * as vscode from 'vscode';
import { questionOfRule } from '../../code-topics/findings/findings.ts';
import type { Finding, RuleId } from '../../code-topics/findings/finding.ts';
import { applyEdits } from '../../program/text-edits.ts';
import { command } from '../settings/ids.ts';
import type { Reading } from './readings.ts';

/** What a light bulb offers where a question knows a better form. */
export function codeActionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  { findings, topics }: Reading,
): vscode.CodeAction[] {
  const from = document.offsetAt(range.start);
  const to = document.offsetAt(range.end);
  return findings
    .filter(
      ({ rule, start, end }) => start <= to && from <= end && topics.topic(questionOfRule[rule]),
    )
    .flatMap((finding) => [...fix(document, finding), explanation(finding)]);
}

/** Opens the question, which has the example. */
function explanation({ rule }: Finding): vscode.CodeAction {
  const title = texts(rule).why;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command: command.openQuestion, title, arguments: [questionOfRule[rule]] };
  return action;
}

/** An edit that VS Code shows before it is made. */
function fix(document: vscode.TextDocument, { rule, edits }: Finding): vscode.CodeAction[] {
  const title = texts(rule).fix;
  if (!edits || title === undefined) return [];
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  // As one edit: the preview lets people choose among several, and half of them would be no better form.
  const from = edits[0]?.start ?? 0;
  const to = edits.at(-1)?.end ?? 0;
  const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
  const inRange = edits.map(({ start, end, text }) => ({
    start: start - from,
    end: end - from,
    text,
  }));
  const text = applyEdits(document.getText(range), inRange);
  action.edit.replace(document.uri, range, text, { needsConfirmation: true, label: title });
  return [action];
}

interface Texts {
  readonly why: string;
  readonly fix?: string;
}

function texts(rule: RuleId): Texts {
  switch (rule) {
    case 'syncInHandler':
      return {
        why: vscode.l10n.t(
          'Loopwise: Why a synchronous call in a request handler delays all requests',
        ),
        fix: vscode.l10n.t('Await the promise version instead'),
      };
    case 'awaitInLoop':
      return {
        why: vscode.l10n.t(
          'Loopwise: How to make independent calls at the same time with Promise.all',
        ),
      };
    case 'forEachAsync':
      return {
        why: vscode.l10n.t('Loopwise: Why forEach does not wait for an async function'),
        fix: vscode.l10n.t('Use a for…of loop that awaits each item'),
      };
    case 'returnAwait':
      return {
        why: vscode.l10n.t(
          'Loopwise: Why try does not catch a promise that is returned without await',
        ),
        fix: vscode.l10n.t('Return the awaited result'),
      };
    case 'asyncExecutor':
      return {
        why: vscode.l10n.t('Loopwise: Where an error in an async promise executor goes'),
      };
    case 'listenerPerRequest':
      return {
        why: vscode.l10n.t('Loopwise: Why a listener that each request adds is a memory leak'),
      };
  }
}
