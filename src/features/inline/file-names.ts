import { realpath } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { uriOfFile } from './uri-of-file.ts';

/** Node.js names a file by where it really is, and an editor by the link through which it was opened. */
export interface FileNames {
  /** Looks where a document's file really is. */
  learn(document: vscode.TextDocument): Promise<void>;
  /** The URI of the file itself; of one that nobody asked for before, the URI that was given. */
  nameOf(uri: string): string;
  /** The documents that show a file. @param name as `nameOf` and Node.js name it */
  documentsOf(name: string): readonly string[];
}

export function createFileNames(): FileNames {
  const names = new Map<string, string>();
  return {
    async learn({ uri }) {
      const id = uri.toString();
      if (uri.scheme !== 'file' || names.has(id)) return;
      const real = await realpath(uri.fsPath).catch(() => undefined);
      if (real !== undefined) names.set(id, uriOfFile(real));
    },
    nameOf: (uri) => names.get(uri) ?? uri,
    documentsOf(name) {
      const others = [...names].filter(([uri, real]) => real === name && uri !== name);
      return [name, ...others.map(([uri]) => uri)];
    },
  };
}
