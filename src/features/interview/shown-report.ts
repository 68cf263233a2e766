import * as vscode from 'vscode';
import { reportMarkdown } from '../../study/interview/report-markdown.ts';
import { reportOf, type Report } from '../../study/interview/report.ts';
import { withoutCode } from '../pages/code-marks.ts';
import type { MarkdownTexts, RenderedMarkdown } from '../pages/rendered-markdown.ts';
import type { Services } from '../services/services.ts';
import { addable, addReviews } from './add-reviews.ts';
import { offerUndo } from './offer-undo.ts';
import { inlineTexts, reportHtml } from './report-html.ts';
import { reportTexts } from './report-texts.ts';

/** The report that is shown, read from the log whenever it is needed. */
export interface ShownReport {
  /** Of the interview that it is about; undefined while no report is shown. */
  id: string | undefined;
  /** Whether the log has it. */
  isKept(): Promise<boolean>;
  html(): Promise<ReturnType<typeof withoutCode>>;
  /** Opens it as a Markdown document beside the page. */
  open(): Promise<void>;
  /** Adds what it says is to be reviewed. @param undone it was taken back */
  addReviews(undone: () => Promise<void>): Promise<void>;
}

/** @param rendered Markdown that was said or is quoted */
export function createShownReport(
  { bank, progress, study }: Pick<Services, 'bank' | 'progress' | 'study'>,
  rendered: (texts: MarkdownTexts) => Promise<RenderedMarkdown>,
): ShownReport {
  async function load(): Promise<Report | undefined> {
    const kept = await progress.loadInterviews();
    const found = kept.find(({ id }) => id === shown.id);
    return found && reportOf(found, kept);
  }

  const shown: ShownReport = {
    id: undefined,
    isKept: async () => (await load()) !== undefined,
    async html() {
      const found = await load();
      if (!found) throw new Error('The report is not in the log.');
      const toAdd = await addable(await study.load(), found.interview, found.review);
      const { inline } = await rendered({ inline: inlineTexts(found), blocks: [] });
      return withoutCode(reportHtml(found, inline, toAdd.length));
    },
    async open() {
      const found = await load();
      if (!found) return;
      const content = reportMarkdown(found, reportTexts(found));
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    },
    async addReviews(undone) {
      const found = await load();
      if (!found) return;
      const loaded = await study.load();
      const wanted = await addable(loaded, found.interview, found.review);
      const made = await addReviews(progress, loaded, await bank.loadAll(), wanted);
      void offerUndo(loaded, made, undone);
    },
  };
  return shown;
}
