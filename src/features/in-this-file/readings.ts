import * as vscode from 'vscode';
import { isCodeLanguage } from '../../code-topics/parse-code.ts';
import type { CodeReading } from '../../code-topics/read-code.ts';
import type { Services } from '../services/services.ts';
import { inTimeOr } from '../threads/work.ts';
import { asLogged } from '../ui/error-text.ts';
import type { Topics, TopicsSource } from './topics.ts';

/** A file as it was read: offsets are those of this version. */
export interface Reading extends CodeReading {
  readonly topics: Topics;
  readonly version: number;
}

/** What was read of open documents, each version once. */
export interface Readings {
  /** Undefined for a document that isn't code, or that couldn't be read in time. */
  of(document: vscode.TextDocument): Promise<Reading | undefined>;
  dispose(): void;
}

/** Characters; what is longer was made by a program. */
const longest = 1_000_000;

export function createReadings(
  { work, log }: Pick<Services, 'work' | 'log'>,
  source: TopicsSource,
): Readings {
  const known = new Map<
    vscode.TextDocument,
    {
      readonly version: number;
      readonly topics: Topics;
      readonly reading: Promise<Reading | undefined>;
    }
  >();

  // Nobody needs the answer: the thread begins while the topics are read.
  work.do('isModuleSyntax', '').catch(() => undefined);

  async function read(document: vscode.TextDocument, topics: Topics): Promise<Reading | undefined> {
    const { version, languageId } = document;
    const text = document.getText();
    if (!isCodeLanguage(languageId) || text.length > longest) return undefined;
    try {
      const asked = work.do('readCode', text, languageId, topics.index.names);
      const reading = await inTimeOr(asked, undefined);
      return reading && { ...reading, topics, version };
    } catch (error) {
      log.error(asLogged(error));
      return undefined;
    }
  }

  const listener = vscode.workspace.onDidCloseTextDocument((document) => known.delete(document));
  return {
    async of(document) {
      if (!isCodeLanguage(document.languageId)) return undefined;
      const topics = await source.load();
      const before = known.get(document);
      if (before?.version === document.version && before.topics === topics) return before.reading;
      const { version } = document;
      const reading = read(document, topics);
      known.set(document, { version, topics, reading });
      return reading;
    },
    dispose() {
      listener.dispose();
    },
  };
}
