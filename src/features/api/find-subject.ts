import * as vscode from 'vscode';
import type { Compiled } from '../../program/compile-typescript.ts';
import { findSnippet } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import { readAgain } from '../subject/editor-code.lazy.ts';
import type { Program } from '../subject/command-argument.ts';
import { mayRun } from '../subject/subject.ts';
import type { Subject } from '../subject/subject.ts';
import type { Work } from '../threads/work.ts';
import { ApiError } from './api-error.ts';
import type { GivenProgram } from './read-arguments.ts';

/**
 * What a caller's program is.
 * @throws ApiError where there is none, or where it may not run
 */
export async function subjectOf(
  given: GivenProgram,
  services: Pick<Services, 'bank' | 'work'>,
  isTrusted: boolean,
): Promise<Subject> {
  if (given.kind === 'snippet') {
    const subject = await findSnippet(services, given.snippet);
    if (subject) return subject;
    throw new ApiError(
      'unknownSnippet',
      vscode.l10n.t('There is no snippet "{0}".', given.snippet),
    );
  }
  // Before anything of a workspace is read.
  if (!mayRun({ kind: 'program', program: nothing, own: true }, isTrusted)) {
    throw new ApiError(
      'untrusted',
      vscode.l10n.t(
        'This window is in Restricted Mode, and Loopwise runs code of your workspace only when you trust it. The snippets that come with Loopwise run anywhere.',
      ),
    );
  }
  return given.kind === 'code'
    ? { kind: 'program', own: true, program: await programOf(given, services.work) }
    : documentSubject(given, services.work);
}

const nothing: Program = { code: '', kind: 'cjs', title: '' };

async function programOf(
  { code, language, module }: Extract<GivenProgram, { kind: 'code' }>,
  work: Work,
): Promise<Program> {
  const compiled: Compiled =
    language === 'typescript'
      ? await work.do('compileTypeScript', code)
      : { kind: 'compiled', code, transformed: false };
  if (compiled.kind !== 'compiled') {
    throw new ApiError(
      'cannotRun',
      vscode.l10n.t('Line {0}: {1}', compiled.line, compiled.message),
    );
  }
  const isModule =
    module === undefined
      ? (compiled.isModule ?? (await work.do('isModuleSyntax', compiled.code)))
      : module === 'esm';
  return { code: compiled.code, kind: isModule ? 'mjs' : 'cjs', title: '' };
}

async function documentSubject(
  { uri, range }: Extract<GivenProgram, { kind: 'document' }>,
  work: Work,
): Promise<Subject> {
  const document = await open(uri);
  const part = range && document.validateRange(range);
  const read = await readAgain({ uri: uri.toString(), version: document.version }, part, work);
  if (read.kind === 'refused') throw new ApiError('unreadable', read.message);
  return read.subject;
}

async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    throw new ApiError(
      'unreadable',
      vscode.l10n.t("Couldn't open {0}.", uri.toString(true)),
      error,
    );
  }
}
