import * as vscode from 'vscode';
import { countsOf } from '../../bank/cheat-sheet.ts';
import type { Level } from '../../bank/model.ts';
import type {
  CheatSheetData,
  CheatSheetHostMessage,
  CheatSheetMessage,
} from '../../shared/cheat-sheet.ts';
import { acceptMessages } from '../pages/accept-messages.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { isHttps } from '../pages/is-https.ts';
import { pageHtml } from '../pages/page-html.ts';
import { openPagePanel } from '../pages/page-panel.ts';
import { errorText } from '../services/error-text.ts';
import { command, panel as panelType } from '../services/ids.ts';
import type { Services } from '../services/services.ts';
import { isTookTooLong } from '../services/thread.ts';
import { exportSheet, sheetScript } from './export-sheet.ts';
import { writeSheet } from './sheet-thread.ts';
import { aboutText, pageTexts } from './texts.ts';

/** The one panel that shows the cheat sheet. */
export interface CheatSheetPanel {
  readonly panel: vscode.WebviewPanel;
  show(level: Level): void;
}

export function openPanel({ context }: Pick<Services, 'context'>): vscode.WebviewPanel {
  const title = vscode.l10n.t('Cheat Sheet');
  const { Active } = vscode.ViewColumn;
  return openPagePanel(context.extensionUri, panelType.cheatSheet, title, Active);
}

/** Fills a panel, new or restored, and keeps it filled. */
export function createCheatSheetPanel(
  { bank, log, context }: Services,
  panel: vscode.WebviewPanel,
  level: Level,
): CheatSheetPanel {
  const { extensionUri } = context;
  const texts = pageTexts();
  const script = sheetScript(extensionUri);
  let current = level;
  let filled = 0;

  const listeners = vscode.Disposable.from(
    acceptMessages(
      panel.webview,
      'cheat-sheet',
      log,
      (message: CheatSheetMessage) => void receive(message),
    ),
    bank.onDidChange(() => void fill()),
    panel.onDidDispose(() => {
      listeners.dispose();
      filled++;
    }),
  );
  void fill();

  return {
    panel,
    show(next) {
      current = next;
      sendLevel();
    },
  };

  function sendLevel(): void {
    const message: CheatSheetHostMessage = { kind: 'level', level: current };
    void panel.webview.postMessage(message);
  }

  async function fill(): Promise<void> {
    const turn = ++filled;
    try {
      const { bank: content } = await bank.load();
      if (turn !== filled) return;
      const counts = countsOf(content);
      const about = (one: Level): string => aboutText({ level: one, count: counts[one] });
      const data: CheatSheetData = {
        level: current,
        about: { junior: about('junior'), mid: about('mid'), senior: about('senior') },
      };
      const request = { level: current, about: about(current), texts };
      const body = await writeSheet(script, { kind: 'page', bank: content, ...request });
      if (turn === filled) write(body, data);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      if (turn === filled) write(troubleBody(isTookTooLong(error)), null);
    }
  }

  function write(body: string, data: CheatSheetData | null): void {
    const page = { name: 'cheat-sheet', title: texts.title, body, data };
    panel.webview.html = pageHtml(panel.webview, extensionUri, page);
  }

  function troubleBody(tooLong: boolean): string {
    const title = tooLong ? texts.tooLongTitle : texts.brokenTitle;
    const text = tooLong ? texts.tooLongText : texts.brokenText;
    return `<main class="trouble"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main>`;
  }

  async function receive(message: CheatSheetMessage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        sendLevel();
        return;
      case 'level':
        current = message.level;
        return;
      case 'openQuestion':
        await vscode.commands.executeCommand(command.openQuestion, message.question);
        return;
      case 'openLink':
        if (isHttps(message.url)) {
          await vscode.env.openExternal(vscode.Uri.parse(message.url, true));
        }
        return;
      case 'export':
        await exportSheet(bank, script, current, message.format).catch((error: unknown) => {
          log.error(error instanceof Error ? error : String(error));
          void vscode.window.showErrorMessage(errorText(error));
        });
    }
  }
}
