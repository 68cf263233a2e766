import * as vscode from 'vscode';
import type { StoryTemplate } from '../../bank/material.ts';
import { checkStory } from '../../study/story/check-story.ts';
import { newStory } from '../../study/story/story-mark.ts';
import type { Services } from '../services/services.ts';
import { context } from '../settings/ids.ts';
import { askForFile } from '../ui/ask-for-file.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import { pickOne } from '../ui/pick-one.ts';
import { writeFile } from '../ui/write-file.ts';
import { gapDiagnostic } from './gap-diagnostic.ts';
import { storyIn } from './story-in.ts';

/** The documents that were begun from a template, and what they lack. */
export interface Stories {
  /** Writes a new one where the user wants it. @param template its id; anything else asks for it */
  begin(template: unknown): Promise<void>;
  /** From and to how many minutes it takes to tell a document. */
  target(document: vscode.TextDocument | undefined): Promise<readonly [number, number]>;
  dispose(): void;
}

/** Minutes, for what was not begun from a template. */
const usual = [2, 3] as const;

/** Milliseconds after the last key. */
const pause = 300;

export function createStories({ material, log }: Pick<Services, 'material' | 'log'>): Stories {
  const collection = vscode.languages.createDiagnosticCollection('loopwise-story');
  const waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  async function templateOf(document: vscode.TextDocument): Promise<StoryTemplate | undefined> {
    const id = document.languageId === 'markdown' ? storyIn(document) : undefined;
    if (id === undefined) return undefined;
    return (await material.loadOrNone())?.templates.find((one) => one.id === id);
  }
  async function check(document: vscode.TextDocument): Promise<void> {
    try {
      const template = await templateOf(document);
      if (document.isClosed) return;
      const gaps = template ? checkStory(document.getText(), template) : [];
      if (gaps.length === 0) collection.delete(document.uri);
      else
        collection.set(
          document.uri,
          gaps.map((gap) => gapDiagnostic(gap, document)),
        );
    } catch (error) {
      log.error(asLogged(error));
    }
  }
  function checkSoon(document: vscode.TextDocument): void {
    const isKnown = collection.has(document.uri);
    if (document.languageId !== 'markdown' || (!isKnown && storyIn(document) === undefined)) return;
    clearTimeout(waiting.get(document));
    const timer = setTimeout(() => {
      waiting.delete(document);
      void check(document);
      tellOpen();
    }, pause);
    waiting.set(document, timer);
  }
  function tellOpen(): void {
    const document = vscode.window.activeTextEditor?.document;
    const isOpen = document?.languageId === 'markdown' && storyIn(document) !== undefined;
    void vscode.commands.executeCommand('setContext', context.storyOpen, isOpen);
  }

  const listeners = vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument((document) => void check(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => checkSoon(document)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      clearTimeout(waiting.get(document));
      waiting.delete(document);
      collection.delete(document.uri);
    }),
    vscode.window.onDidChangeActiveTextEditor(tellOpen),
  );
  for (const document of vscode.workspace.textDocuments) void check(document);
  tellOpen();

  async function write(template: StoryTemplate): Promise<void> {
    const file = await askForFile({
      title: vscode.l10n.t('New Story from Template'),
      ...{ name: template.id, ending: 'md', kind: 'Markdown' },
    });
    if (!file) return;
    await writeFile(file, newStory(template));
    await vscode.window.showTextDocument(file);
  }

  return {
    async begin(wanted) {
      try {
        const templates = (await material.load())?.templates ?? [];
        const template = templates.find(({ id }) => id === wanted) ?? (await pick(templates));
        if (template) await write(template);
      } catch (error) {
        void vscode.window.showErrorMessage(errorText(error));
      }
    },
    async target(document) {
      return (document && (await templateOf(document))?.minutes) ?? usual;
    },
    dispose() {
      for (const timer of waiting.values()) clearTimeout(timer);
      listeners.dispose();
    },
  };
}

async function pick(templates: readonly StoryTemplate[]): Promise<StoryTemplate | undefined> {
  const items = templates.map((template) => ({
    label: template.title,
    description: vscode.l10n.t('{0} to {1} minutes', ...template.minutes),
    detail: template.parts.map(({ title }) => title).join(' · '),
    template,
  }));
  const placeHolder = vscode.l10n.t('Select what you want to tell');
  return (await pickOne(items, { placeHolder }))?.template;
}
