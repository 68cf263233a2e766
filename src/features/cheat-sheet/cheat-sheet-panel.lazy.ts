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
import { levelNames } from '../ui/grade-names.ts';
import { aboutText } from './texts.ts';
import { asLogged } from '../ui/error-text.ts';

/** The one panel that shows the cheat sheet. */
export interface CheatSheetPanel extends Restorable {
  show(level: Level): void;
  dispose(): void;
}

type SheetPage = Page<CheatSheetRequest>;

export function createCheatSheetPanel(services: Services): CheatSheetPanel {
  const { bank, log } = services;
  const title = vscode.l10n.t('Cheat Sheet');
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
        const request = { level, about: about(level), names: levelNames() };
        const html = await writeSheet(
          script,
          { kind: 'page', bank: content, ...request },
          vscode.l10n.bundle,
        );
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
    return { title, ...withoutCode(html), data: () => data() ?? {} };
  }

  function troubleHtml(tooLong: boolean): string {
    const heading = tooLong
      ? vscode.l10n.t('The cheat sheet takes too long to prepare')
      : vscode.l10n.t("Couldn't read the questions");
    const text = tooLong
      ? vscode.l10n.t(
          'A text in a pack takes too long to render, most often because of a very long run of brackets, quotes or backticks. Remove packs one at a time to find out which.',
        )
      : vscode.l10n.t('Reinstall Loopwise to restore them; see the log for details.');
    return `<main class="trouble"><h1>${escapeHtml(heading)}</h1><p>${escapeHtml(text)}</p>
<p class="trouble-actions">${button('reload', vscode.l10n.t('Try Again'))}${button('showLog', vscode.l10n.t('Show Log'))}</p></main>`;
  }

  return {
    show(next) {
      level = next;
      panel.reveal({ title });
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
