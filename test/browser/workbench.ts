// A VS Code window in a headless browser: for the journey of test/browser and scripts/look.mts.
import { once } from 'node:events';
import { watch } from 'node:fs';
import { appendFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  errors,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.mts';
import { openHost, type Host } from '../../scripts/lib/host.mts';
// Not from `import.meta`: what tsx has kept of a file may come from another checkout.
import { inRoot } from '../../scripts/lib/paths.mts';

/** As VS Code 1.139 names them. */
export const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  highContrast: 'Default High Contrast',
  highContrastLight: 'Default High Contrast Light',
} as const;

type Theme = (typeof themes)[keyof typeof themes];

/** What the body of a webview is told of each theme. They begin where most tests are not: in the light. */
export const themeKinds = [
  ['light', 'vscode-light'],
  ['highContrast', 'vscode-high-contrast'],
  ['highContrastLight', 'vscode-high-contrast-light'],
  ['dark', 'vscode-dark'],
] as const;

/**
 * The same for pages whose layout is all that is looked at: where no pictures are made, one theme
 * with borders around everything and the one that most tests are in.
 */
export const layoutKinds = themeKinds.filter(
  ([name]) =>
    process.env['LOOPWISE_PICTURES'] !== '0' || name === 'highContrastLight' || name === 'dark',
);

/** The class of a window in each theme. */
const windowClasses: Readonly<Record<Theme, string>> = {
  [themes.dark]: 'vs-dark',
  [themes.light]: 'vs',
  [themes.highContrast]: 'hc-black',
  [themes.highContrastLight]: 'hc-light',
};

/**
 * The themes in which VS Code's own surfaces are pictured, where only colors differ; all with
 * LOOPWISE_EVERY_THEME=1. Pages of ours are looked at in every theme each time.
 */
export const pictureThemes: readonly (readonly [name: string, theme: Theme])[] = Object.entries(
  themes,
).filter(
  ([name]) =>
    process.env['LOOPWISE_EVERY_THEME'] === '1' || name === 'dark' || name === 'highContrastLight',
);

/** A line of the progress log, as far as tests look at it. */
export interface LoggedEvent {
  readonly kind: string;
  readonly card: string;
  readonly rating?: string;
}

const sampleWorkspace = inRoot('test', 'fixtures', 'sample-workspace');

export interface WorkbenchOptions {
  /** The packaged extension; left out, the one that `npm run test:browser` made. */
  readonly vsix?: string | undefined;
  /** Folder of the extension, in place of a packaged one; needs `trusted`. */
  readonly extension?: string | undefined;
  /** Folders of other extensions, installed as they are. */
  readonly beside?: readonly string[] | undefined;
  /** Folder that is copied and opened; the sample workspace when left out. */
  readonly workspace?: string | undefined;
  /** Folders in it that the window has in place of it, as a multi-root workspace. */
  readonly folders?: readonly string[] | undefined;
  /** One of `themes`, or any other by its name. */
  readonly theme?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Of the machine, which hold for a workspace that is not trusted too. */
  readonly machineSettings?: Readonly<Record<string, unknown>> | undefined;
  /** False shows the question whether to trust the workspace, as people see it. */
  readonly trusted?: boolean | undefined;
  /** What the extension says in another language; VS Code itself stays English. */
  readonly translation?: Translation | undefined;
}

export interface Translation {
  /** Such as `de`: what VS Code tells its extensions. */
  readonly language: string;
  /** As `l10n/bundle.l10n.json` has them: each text in English, and what is said in its place. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Starts everything that a window needs; `close` ends it and leaves nothing behind. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { extension, trusted, width = 1280, height = 800 } = options;
  const host = await openHost({
    vsix: options.vsix ?? (extension ? undefined : process.env['LOOPWISE_VSIX']),
    extension,
    beside: options.beside,
    trusted,
    workspace: options.workspace ?? sampleWorkspace,
    folders: options.folders,
    machineSettings: options.machineSettings,
    settings: { 'workbench.colorTheme': options.theme ?? themes.dark, ...options.settings },
  });
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width, height },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  if (options.translation) await translate(options.translation, host, context);
  const workbench = new Workbench(host, browser, await context.newPage());
  try {
    await workbench.open();
    await workbench.hideSecondaryBar();
    return workbench;
  } catch (error) {
    await workbench.close();
    throw error;
  }
}

interface CommandOptions {
  /** Once this is so, there is nothing left to do. */
  readonly unless?: () => Promise<boolean>;
}

const never = (): Promise<boolean> => Promise.resolve(false);

export class Workbench {
  constructor(
    readonly host: Host,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** The copy of the workspace that is open. */
  get workspace(): string {
    return this.host.workspace;
  }

  /** Opens the window, also again: a reload as a user does it. */
  async open(): Promise<void> {
    await this.page.goto(this.host.address, { timeout: 90_000 });
    await this.started();
  }

  /** Reloads the window by its command, which lets the extension save what it has. */
  async reload(): Promise<void> {
    await Promise.all([
      this.page.waitForEvent('load', { timeout: 90_000 }),
      this.command('Developer: Reload Window'),
    ]);
    await this.started();
  }

  /**
   * A whole workbench takes longer than a page, most of all beside other work, and most of that after
   * the page has loaded. File icons come from an extension: once they are there, the host has read the
   * extensions.
   */
  private async started(): Promise<void> {
    await this.page.locator('.monaco-workbench.file-icons-enabled').waitFor({ timeout: 90_000 });
  }

  /**
   * Runs a command through the palette, by its whole title such as `Loopwise: Open Question`.
   * The palette shows the commands of extensions only after their host has read them, and does
   * not add them while it is open, so it is opened anew until the command is there: each time with more
   * patience, since a busy machine needs longer than that to show it.
   */
  async command(title: string, { unless = never }: CommandOptions = {}): Promise<void> {
    const row = this.picks().filter({
      has: this.page.locator('.label-name', { hasText: wholeText(title) }),
    });
    if (title.endsWith('…')) await this.leavePage();
    for (let patience = 1_500; !(await unless()); patience *= 1.5) {
      if (await this.choose(title, row, patience)) return;
      // Outside of the palette, Escape is a key of what has the focus: it clears inline results, for example.
      if (await this.input().isVisible()) await this.page.keyboard.press('Escape');
      if (patience > 15_000) throw new Error(`The palette does not offer "${title}".`);
    }
  }

  /**
   * When the palette is gone, VS Code gives the focus back, to a page only through messages. They may arrive
   * when the list that the command asks with is open, and close it.
   */
  private async leavePage(): Promise<void> {
    const isInPage = await this.page.evaluate<boolean>(
      `document.activeElement?.localName === 'iframe'`,
    );
    const view = this.page.locator('.part.activitybar [role="tab"]').first();
    if (isInPage && (await view.isVisible())) await view.focus();
  }

  /** False when the palette does not offer it, or was closed by a page that took the focus. */
  private async choose(title: string, row: Locator, patience: number): Promise<boolean> {
    await this.page.keyboard.press('F1');
    try {
      await this.input().fill(`>${title}`, { timeout: patience });
      await row.first().waitFor({ timeout: patience });
      // Long enough for a click that has begun: were it given up, the command would be run a second time. One
      // that reloads the window has run before the new one is there.
      await row.first().click({ timeout: 10_000, noWaitAfter: true });
      return true;
    } catch (error) {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    }
  }

  /** Searches questions, and waits until the list is whole: it changes while there is more to find. */
  async search(text: string, firstHit: string | RegExp): Promise<void> {
    await this.command('Loopwise: Search Questions and Snippets…');
    await this.input().fill(text);
    await this.picks().first().filter({ hasText: firstHit }).waitFor();
    await this.page.locator('.quick-input-widget:visible .quick-input-progress.done').waitFor({
      state: 'attached',
    });
  }

  /** The text field of the quick pick or input box that is open. */
  input(): Locator {
    return this.page.locator('.quick-input-widget:visible input[type="text"]:visible');
  }

  /** The rows of the quick pick that is open. */
  picks(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  }

  /** Chooses the row of the quick pick that holds `text`. */
  async pick(text: string): Promise<void> {
    const row = this.picks().filter({ hasText: text }).first();
    await row.waitFor();
    // What tells of the thing below the pointer may cover the list, and is there until the pointer moves.
    await this.page.mouse.move(1, 1);
    await row.click();
  }

  /**
   * Answers a dialog that asks for a file. It takes no key while it lists a folder, and puts a name of its own
   * into the field when the list is there.
   */
  async saveAs(title: string, path: string): Promise<void> {
    const dialog = this.page.locator('.quick-input-widget:visible').filter({ hasText: title });
    const listed = dialog.locator('.quick-input-progress.done');
    await dialog.locator('.monaco-list-row').first().waitFor();
    await listed.waitFor({ state: 'attached' });
    while ((await this.input().inputValue()) !== path) {
      await this.input().fill(path);
      await listed.waitFor({ state: 'attached' });
    }
    await this.page.keyboard.press('Enter');
  }

  /** Chooses a colour theme, as a user does; what pages make of it comes later. */
  async chooseTheme(name: Theme): Promise<void> {
    await this.command('Preferences: Color Theme');
    // Its list comes a moment after its field: what is typed before finds nothing.
    await this.page.locator('.quick-input-widget input[placeholder*="Color Theme"]').waitFor();
    await this.picks().first().waitFor();
    await this.input().fill(name);
    await this.pick(name);
    // It is applied after the choice, and the list fades away: a picture would show the one or the other.
    await this.inTheme(name);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Once the window has that theme. */
  inTheme(name: Theme): Promise<void> {
    return this.page.locator(`.monaco-workbench.${windowClasses[name]}`).waitFor();
  }

  /** Opens a file of the workspace in an editor. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+P');
    await this.input().fill(name);
    await this.pick(name);
    await this.tab(name).waitFor();
  }

  /** The tab of an editor, by a part of its title. */
  tab(titlePart: string): Locator {
    return this.page.locator('.editor-group-container .tab').filter({ hasText: titlePart });
  }

  /**
   * Waits until a tab is there and its page has loaded. One that loads takes the focus once more if
   * it was to have it, which closes a list that was opened meanwhile.
   */
  async loaded(title: string): Promise<FrameLocator> {
    await this.tab(title).waitFor();
    const webview = await this.frame(title);
    await webview.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    return webview;
  }

  /** A row of any tree in the side bar, by a part of its text. */
  row(text: string): Locator {
    return this.page.locator('.part.sidebar .monaco-list-row').filter({ hasText: text });
  }

  /**
   * Opens a topic in one of the sidebar's trees. VS Code reads a tree again when its view becomes
   * visible, and folds what a click has just opened: as a user would, the click is made once more.
   */
  async expand(view: 'Questions' | 'Predict', topic: string): Promise<void> {
    const row = this.tree(view).filter({ hasText: topic });
    const expanded = row.and(this.page.locator('[aria-expanded="true"]'));
    await row.waitFor();
    for (;;) {
      if (await expanded.isVisible()) return;
      await row.click();
      try {
        await expanded.waitFor({ timeout: 5_000 });
        return;
      } catch (error) {
        if (!(error instanceof errors.TimeoutError)) throw error;
      }
    }
  }

  /** The rows of one of the sidebar's trees. */
  tree(view: 'Today' | 'Questions' | 'Predict' | 'Study Plan'): Locator {
    const header = this.page.locator(`.pane-header[aria-label^="${view}"]`);
    return this.page.locator('.part.sidebar .pane').filter({ has: header }).getByRole('treeitem');
  }

  /**
   * What a webview shows: a panel or a view, by a part of its title. It is found by that title when
   * the page inside has it; waits until there is one, and goes on to hold after a reload of it.
   */
  async frame(titlePart: string, timeout = 30_000): Promise<FrameLocator> {
    const until = Date.now() + timeout;
    for (;;) {
      const name = await this.outerFrame(titlePart);
      if (name)
        return this.page.frameLocator(`iframe[name="${name}"]`).frameLocator('#active-frame');
      const left = until - Date.now();
      if (left <= 0) throw new Error(`No webview has "${titlePart}" in its title.`);
      // A page that is put in place changes the title of a frame that loads nothing.
      const soon = Math.min(left, 250);
      await this.page.waitForEvent('framenavigated', { timeout: soon }).catch(() => undefined);
    }
  }

  /** A webview is a frame in a frame: the inner one has the content, the outer one a lasting name. */
  private async outerFrame(titlePart: string): Promise<string | undefined> {
    for (const frame of this.page.frames()) {
      const outer = frame.parentFrame();
      if (!outer || outer === this.page.mainFrame()) continue;
      const element = await frame.frameElement().catch(() => undefined);
      const title = (await element?.getAttribute('title').catch(() => null)) ?? '';
      if (title.includes(titlePart)) return outer.name();
    }
    return undefined;
  }

  /** VS Code shows it at first and may hide it later, which gives the pages another width. */
  async hideSecondaryBar(): Promise<void> {
    const bar = this.page.locator('.part.auxiliarybar');
    // The palette offers it only while the bar is there.
    const title = 'View: Hide Secondary Side Bar';
    await this.command(title, { unless: async () => !(await bar.isVisible()) });
    await bar.waitFor({ state: 'hidden' });
  }

  /** Closes what VS Code tells of its own accord, so that pictures hold the extension alone. */
  async tidy(): Promise<void> {
    await this.command('Notifications: Clear All Notifications');
  }

  /** The events of the progress log, the oldest first. */
  async logged(): Promise<readonly LoggedEvent[]> {
    const text = await readFile(this.log, 'utf8');
    const lines = text.split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as LoggedEvent);
  }

  /** The first event of a kind, once it is in the log, which there has to be. */
  async event(kind: string): Promise<LoggedEvent> {
    const watcher = watch(this.log);
    try {
      for (;;) {
        const written = once(watcher, 'change');
        const found = (await this.logged()).find((event) => event.kind === kind);
        if (found) return found;
        await written;
      }
    } finally {
      watcher.close();
    }
  }

  /** Appends events to the progress log, as another window does. */
  async append(...events: readonly object[]): Promise<void> {
    await mkdir(dirname(this.log), { recursive: true });
    await appendFile(this.log, `\n${events.map((event) => `${JSON.stringify(event)}\n`).join('')}`);
  }

  private get log(): string {
    const folder = join(this.host.data, 'data/User/globalStorage/loopwise.loopwise');
    return join(folder, 'progress.jsonl');
  }

  /**
   * Takes a picture into the git-ignored `pictures/`; answers its path. With LOOPWISE_PICTURES=0, as in
   * `npm test`, only of what failed: nobody looks at the others, and each takes half a second.
   */
  async shot(name: string, page = this.page): Promise<string> {
    if (process.env['LOOPWISE_PICTURES'] === '0' && !name.endsWith('-failed')) return '';
    await mkdir(inRoot('pictures'), { recursive: true });
    const path = inRoot('pictures', name.endsWith('.png') ? name : `${name}.png`);
    await page.screenshot({ path });
    return path;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.host.close();
  }
}

/** Adds a language to the extension where it was installed, before any window reads it. */
async function translate(
  { language, texts }: Translation,
  host: Host,
  context: BrowserContext,
): Promise<void> {
  const name = (await readdir(host.extensions)).find((entry) => entry.startsWith('loopwise.'));
  if (name === undefined) throw new Error('Loopwise is not installed.');
  const file = join(host.extensions, name, 'l10n', `bundle.l10n.${language}.json`);
  await writeFile(file, JSON.stringify(texts));
  // Where a language pack of VS Code leaves it.
  await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
}

const wholeText = (text: string): RegExp =>
  new RegExp(`^\\s*${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\s*$`);
