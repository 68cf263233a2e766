import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { ModuleKind } from '../../bank/model.ts';
import type { ProgramLocation, RunRequest } from '../../runner/model.ts';
import { settings } from '../settings/settings.ts';
import { kindOfDocument } from './document-kind.ts';
import type { ProgramRequest } from './run-request.ts';
import { inTimeOr } from '../threads/work.ts';
import type { Work } from '../threads/work.ts';

type StandIn = ProgramLocation['texts'][number];

/**
 * Where a program of a saved file runs: in its place, as its page shows it, with what all editors
 * hold unsaved. What has no file runs in a folder of its own, as snippets do. Nothing runs in place
 * in a workspace that is not trusted.
 */
export async function placed(
  { origin, typescript, transformed, ...request }: ProgramRequest,
  work: Pick<Work, 'do'>,
): Promise<RunRequest> {
  const file = origin && fileOf(origin.uri);
  if (file === undefined || !vscode.workspace.isTrusted) return request;
  const onDisk = await textOf(file);
  if (onDisk === undefined) return request;
  const { code, kind } = request;
  const text = typescript ?? code;
  const own = transformed
    ? [{ path: file, text: code, kind, compiled: true }]
    : isSameText(onDisk, text)
      ? []
      : [{ path: file, text, kind }];
  const [others, movable, folder] = await Promise.all([
    unsavedBeside(file, work),
    inTimeOr(work.do('isMovable', code), false),
    workingFolder(file),
  ]);
  return { ...request, place: { file, folder, texts: [...own, ...others], movable } };
}

/** Code within a Markdown file is not what Node would find there. */
function fileOf(uri: string): string | undefined {
  const parsed = vscode.Uri.parse(uri);
  const isText = /\.(?:md|mdx|markdown)$/i.test(parsed.path);
  return parsed.scheme === 'file' && !isText ? parsed.fsPath : undefined;
}

/** As Node reads files; undefined for one that is not there. */
async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Editors take off the mark at the beginning, and show mixed line breaks as one kind. */
function isSameText(onDisk: string, inEditor: string): boolean {
  const plain = (text: string) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  return onDisk === inEditor || plain(onDisk) === plain(inEditor);
}

/** Whatever a program may load; which of it the program does load is for Node to find out. */
function unsavedBeside(entry: string, work: Pick<Work, 'do'>): Promise<StandIn[]> {
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) =>
      isDirty &&
      uri.scheme === 'file' &&
      uri.fsPath !== entry &&
      /\.(?:[cm]?[jt]s|json)$/i.test(uri.path),
  );
  return Promise.all(
    unsaved.map(async (document): Promise<StandIn> => {
      const path = document.uri.fsPath;
      const text = document.getText();
      const kind = path.endsWith('.json') ? undefined : await guessedKind(document, text, work);
      return { path: await realpath(path).catch(() => path), text, ...(kind && { kind }) };
    }),
  );
}

const guessedKind = (
  document: vscode.TextDocument,
  text: string,
  work: Pick<Work, 'do'>,
): Promise<ModuleKind | undefined> => inTimeOr(kindOfDocument(document, text, work), undefined);

/** The workspace's folder, as in a terminal that opens in it, or the file's, as the setting says. */
async function workingFolder(file: string): Promise<string> {
  const uri = vscode.Uri.file(file);
  const workspace = vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath;
  const wanted = settings.workingFolder(uri) === 'file' ? undefined : workspace;
  return wanted !== undefined && (await isFolder(wanted)) ? wanted : dirname(file);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
