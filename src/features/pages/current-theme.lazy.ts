import * as vscode from 'vscode';
import { customRules, readTheme, type CodeTheme } from './theme.ts';

/** What decides which colours code has. */
export interface CurrentTheme {
  /** Two looks with the same key are the same. */
  readonly key: string;
  /**
   * Reads the theme's files, which takes longer than colouring a page. Undefined when they cannot be read:
   * a preview, or an extension on another machine.
   */
  readonly read: () => Promise<CodeTheme | undefined>;
}

interface ThemeContribution {
  readonly id?: string;
  readonly label?: string;
  readonly uiTheme?: string;
  readonly path?: string;
}

interface ThemeLocation {
  readonly name: string;
  readonly file: vscode.Uri;
}

const uiThemes: Readonly<Record<vscode.ColorThemeKind, string>> = {
  [vscode.ColorThemeKind.Light]: 'vs',
  [vscode.ColorThemeKind.Dark]: 'vs-dark',
  [vscode.ColorThemeKind.HighContrast]: 'hc-black',
  [vscode.ColorThemeKind.HighContrastLight]: 'hc-light',
};

/** The theme the user sees now, with the user's own token colours on top. */
export function currentTheme(): CurrentTheme {
  const kind = vscode.window.activeColorTheme.kind;
  const found = candidates(kind)
    .map((name) => findTheme(name, uiThemes[kind]))
    .find((theme) => theme !== undefined);
  const customizations: unknown = vscode.workspace
    .getConfiguration('editor')
    .get('tokenColorCustomizations');
  const key = JSON.stringify([kind, found?.file.toString(), customizations ?? {}]);
  return {
    key,
    async read() {
      if (!found) return undefined;
      try {
        const theme = await readTheme(found.file.path, async (path) => {
          const bytes = await vscode.workspace.fs.readFile(found.file.with({ path }));
          return new TextDecoder().decode(bytes);
        });
        const rules = [...theme.rules, ...customRules(customizations, found.name)];
        return { ...theme, rules, dark: isDark(kind) };
      } catch {
        return undefined;
      }
    },
  };
}

const isDark = (kind: vscode.ColorThemeKind): boolean =>
  kind === vscode.ColorThemeKind.Dark || kind === vscode.ColorThemeKind.HighContrast;

/**
 * The settings that may name a theme of this kind, the likeliest first. Preferences count only
 * where VS Code goes by them: while a theme is changed or previewed, the kind is no longer that of
 * the theme in the settings, and the preferred one is another than the user sees.
 */
function candidates(kind: vscode.ColorThemeKind): string[] {
  const setting = (name: string): unknown => vscode.workspace.getConfiguration().get(name);
  const preferred = {
    [vscode.ColorThemeKind.Light]: 'preferredLightColorTheme',
    [vscode.ColorThemeKind.Dark]: 'preferredDarkColorTheme',
    [vscode.ColorThemeKind.HighContrast]: 'preferredHighContrastColorTheme',
    [vscode.ColorThemeKind.HighContrastLight]: 'preferredHighContrastLightColorTheme',
  }[kind];
  const chosen = setting('workbench.colorTheme');
  const names = setting('window.autoDetectColorScheme')
    ? [setting(`workbench.${preferred}`), chosen]
    : [chosen];
  return names.filter((name) => typeof name === 'string');
}

/**
 * The file of a theme. The kind must fit as well: while a theme is only previewed, the settings
 * still name the old one.
 */
function findTheme(name: string, uiTheme: string): ThemeLocation | undefined {
  for (const extension of vscode.extensions.all) {
    const manifest = extension.packageJSON as {
      contributes?: { themes?: readonly ThemeContribution[] };
    };
    const theme = manifest.contributes?.themes?.find(
      ({ id, label, uiTheme: itsKind }) =>
        itsKind === uiTheme && [id, label].some((one) => one && sameTheme(one, name)),
    );
    if (theme?.path) {
      return { name, file: vscode.Uri.joinPath(extension.extensionUri, theme.path) };
    }
  }
  return undefined;
}

/** VS Code's own themes lost the word "Default" in 2026; settings may hold either name. */
const sameTheme = (a: string, b: string): boolean =>
  a.replace(/^Default /, '') === b.replace(/^Default /, '');
