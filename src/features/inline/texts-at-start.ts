import * as vscode from 'vscode';

/** The texts of the files that a program may load, as they were when it began. */
export interface TextsAtStart {
  /** Some of them have another text by now, or may have had one when they were loaded. */
  readonly isChanged: boolean;
  /** A document that may be one of them was edited. @returns whether it has its text back */
  edited(document: vscode.TextDocument): boolean;
  /** The program is over: what is edited from now on was not loaded. */
  end(): void;
}

/** Whether a program may load a file: code and data, without the settings that VS Code keeps. */
export const mayBeLoaded = ({ scheme, path }: vscode.Uri): boolean =>
  scheme === 'file' &&
  /\.(?:[cm]?[jt]s|json)$/i.test(path) &&
  !/\/(?:\.vscode|User|Machine)\/[^/]+\.json$/.test(path);

/** Comparing longer ones with each key would be felt. */
const longest = 500_000;

/** @param entry the document that runs, which is not among them; without it nothing is kept, since nothing is loaded */
export function createTextsAtStart(entry: string | undefined): TextsAtStart {
  const texts = new Map<string, string>();
  const changed = new Set<string>();
  let isOver = false;
  let isUnknown = false;
  for (const document of entry === undefined ? [] : vscode.workspace.textDocuments) {
    const { uri } = document;
    if (uri.toString() === entry || !mayBeLoaded(uri)) continue;
    const text = document.getText();
    if (text.length <= longest) texts.set(uri.toString(), text);
  }
  return {
    get isChanged() {
      return isUnknown || changed.size > 0;
    },
    edited(document) {
      if (entry === undefined || !mayBeLoaded(document.uri)) return false;
      const at = document.uri.toString();
      // Which of its texts was loaded is not known of a document that is edited while a program runs.
      isUnknown ||= !isOver || !texts.has(at);
      const isBack = changed.has(at) && !isUnknown && document.getText() === texts.get(at);
      if (isBack) changed.delete(at);
      else changed.add(at);
      return isBack;
    },
    end() {
      isOver = true;
    },
  };
}
