import * as vscode from 'vscode';
import { countsOf } from '../../bank/cheat-sheet.ts';
import { isLevel, type Level } from '../../bank/levels.ts';
import type {
  CheatSheetData,
  CheatSheetMessage,
  CheatSheetRequest,
} from '../../shared/cheat-sheet.ts';
import { button } from '../pages/button.ts';
import { withoutCode } from '../pages/code-marks.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { isHttps } from '../pages/is-https.ts';
import { createPagePanel } from '../pages/page-panel.ts';
import type { Contents, Page } from '../pages/page-panel.ts';
import type { Restorable } from '../pages/restore-panel.ts';
import { ownOf } from '../pages/stored-page.ts';
import { command, panel as panelType } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { isTookTooLong } from '../threads/thread.ts';
import { exportSheet, sheetScript } from './export-sheet.ts';
import { writeSheet } from './sheet-thread.ts';
import { aboutText, pageTexts } from './texts.ts';
import { asLogged } from '../ui/error-text.ts';

/** The one panel that shows the cheat sheet. */
export interface CheatSheetPanel extends Restorable {
  show(level: Level): void;
  dispose(): void;
}

type SheetPage = Page<CheatSheetRequest>;

export function createCheatSheetPanel(services: Services): CheatSheetPanel {
  const { bank, log } = services;
  const texts = pageTexts();
  const script = sheetScript(services.context.extensionUri);
  let level: Level = 'mid';

  const page: SheetPage = {
    key: 'sheet',
    source: undefined,
    async contents() {
      try {
        const { bank: content } = await bank.load();
        const counts = countsOf(content);
        const about = (one: Level): string => aboutText({ level: one, count: counts[one] });
        const words = { junior: about('junior'), mid: about('mid'), senior: about('senior') };
        const request = { level, about: about(level), texts };
        const html = await writeSheet(script, { kind: 'page', bank: content, ...request });
        return contents(html, () => ({ level, about: words }));
      } catch (error) {
        log.error(asLogged(error));
        return contents(troubleHtml(isTookTooLong(error)), () => undefined);
      }
    },
    perform,
  };
  const panel = createPagePanel<SheetPage, CheatSheetRequest, CheatSheetMessage>(services, {
    viewType: panelType.cheatSheet,
    bundle: 'cheat-sheet',
    restore(stored) {
      const kept = stored && ownOf(stored);
      if (isLevel(kept)) level = kept;
      return Promise.resolve(page);
    },
  });
  const listener = bank.onDidChange(() => void panel.refresh());

  async function perform(request: CheatSheetRequest): Promise<void> {
    switch (request.kind) {
      case 'level':
        level = request.level;
        return;
      case 'openQuestion':
        await vscode.commands.executeCommand(command.openQuestion, request.question);
        return;
      case 'openLink':
        if (isHttps(request.url)) {
          await vscode.env.openExternal(vscode.Uri.parse(request.url, true));
        }
        return;
      case 'export':
        return exportSheet(bank, script, level, request.format);
      case 'showLog':
        await vscode.commands.executeCommand(command.showLog);
        return;
      case 'reload':
        await panel.refresh();
    }
  }

  function contents(html: string, data: () => CheatSheetData | undefined): Contents {
    return { title: texts.title, ...withoutCode(html), data: () => data() ?? {} };
  }

  function troubleHtml(tooLong: boolean): string {
    const title = tooLong ? texts.tooLongTitle : texts.brokenTitle;
    const text = tooLong ? texts.tooLongText : texts.brokenText;
    return `<main class="trouble"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>
<p class="trouble-actions">${button('reload', texts.reload)}${button('showLog', texts.showLog)}</p></main>`;
  }

  return {
    show(next) {
      level = next;
      panel.reveal({ title: texts.title });
      if (panel.shown) panel.post(page, { kind: 'level', level });
      else void panel.show(page);
    },
    restore: panel.restore,
    dispose() {
      listener.dispose();
      panel.dispose();
    },
  };
}
