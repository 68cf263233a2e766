import shellscript from '@shikijs/langs/shellscript';
// Their expressions need not be translated, which is most of what the first page takes. Of shell scripts,
// these grammars leave some out.
import javascript from '@shikijs/langs-precompiled/javascript';
import json from '@shikijs/langs-precompiled/json';
import typescript from '@shikijs/langs-precompiled/typescript';
import {
  createCssVariablesTheme,
  createHighlighterCoreSync,
  type GrammarState,
  type ThemedToken,
  type ThemeRegistrationRaw,
} from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { escapeHtml } from './escape-html.ts';
import type { Highlighted } from '../services/highlighter.ts';
import type { CodeTheme } from './theme.ts';

const grammars: Readonly<Record<string, string>> = {
  ...{ js: 'javascript', cjs: 'javascript', mjs: 'javascript', javascript: 'javascript' },
  ...{ ts: 'typescript', mts: 'typescript', typescript: 'typescript' },
  json: 'json',
  ...{ sh: 'shellscript', bash: 'shellscript', shell: 'shellscript' },
};

/** For a theme that cannot be read: the variables get their colours in code.css. */
const variables = createCssVariablesTheme({ name: 'variables', variablePrefix: '--code-' });

const shiki = createHighlighterCoreSync({
  langs: [javascript, typescript, json, shellscript],
  themes: [variables],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
});

/** Code beyond this is shown without colours: a grammar's work may grow with the square of a line. */
const longestLine = 400;
const longest = 30_000;
/** Milliseconds, once a grammar is there. */
const longestWork = 2000;
/** Lines between two looks at the clock. */
const atOnce = 50;

/**
 * Colours the beginning of code, whatever it is, in a bounded time.
 * @param now for tests: the clock, in milliseconds
 * @param key identifies the theme: the same key is the same theme
 * @param theme when missing, colours come from VS Code's own variables
 */
export function colorCode(
  code: string,
  language: string,
  key: string,
  theme: CodeTheme | undefined,
  now: () => number = () => performance.now(),
): Highlighted {
  const lang = grammars[language];
  if (!lang) return { html: escapeHtml(code), css: '' };
  const name = theme ? loadTheme(key, theme) : variables.name;
  const foreground = shiki.getTheme(name ?? '').fg.toLowerCase();
  const rules = new Map<string, string>();
  const lines = code.slice(0, endOfColors(code)).split('\n');
  const parts: string[] = [];
  let state: GrammarState | undefined;
  let done = 0;
  let began = 0;
  while (done < lines.length && (began === 0 || now() - began < longestWork)) {
    const tokens = shiki.codeToTokensBase(lines.slice(done, done + atOnce).join('\n'), {
      lang,
      theme: name ?? '',
      // By default a line that takes half a second, as the first one does on a busy machine, stays plain.
      tokenizeTimeLimit: 0,
      tokenizeMaxLineLength: longestLine,
      ...(state && { grammarState: state }),
    });
    state = shiki.getLastGrammarState(tokens);
    for (const line of tokens) {
      parts.push(line.map((token) => tokenHtml(token, foreground, rules)).join(''));
    }
    done += atOnce;
    // Not from the beginning, which reads the grammar.
    began ||= now();
  }
  const rest = lines.slice(done).map(escapeHtml);
  const html = [...parts, ...rest].join('\n') + escapeHtml(code.slice(endOfColors(code)));
  return { html, css: [...rules.values()].join('') };
}

/** After a whole line, so that no token is cut. */
function endOfColors(code: string): number {
  if (code.length <= longest) return code.length;
  return Math.max(0, code.lastIndexOf('\n', longest));
}

function loadTheme(key: string, theme: CodeTheme): string {
  if (!shiki.getLoadedThemes().includes(key)) {
    const { dark, foreground, rules } = theme;
    shiki.loadThemeSync({
      name: key,
      type: dark ? 'dark' : 'light',
      settings: [...rules] as ThemeRegistrationRaw['settings'],
      colors: foreground ? { 'editor.foreground': foreground } : {},
    });
  }
  return key;
}

/** Classes and no `style` attributes, so that the page's policy can forbid those. */
function tokenHtml(token: ThemedToken, foreground: string, rules: Map<string, string>): string {
  const classes = tokenStyles(token, foreground).map(([name, declaration]) => {
    rules.set(name, `.${name}{${declaration}}`);
    return name;
  });
  const text = escapeHtml(token.content);
  return classes.length > 0 ? `<span class="${classes.join(' ')}">${text}</span>` : text;
}

/** Only colours in the two forms below reach the style sheet, whatever a theme says. */
function tokenStyles({ color = '', fontStyle }: ThemedToken, foreground: string) {
  const styles: [name: string, declaration: string][] = [];
  const hex = /^#([0-9a-f]{3,8})$/i.exec(color)?.[1]?.toLowerCase();
  const variable = /^var\(--code-(token-[a-z-]+)\)$/.exec(color)?.[1];
  if (hex && color.toLowerCase() !== foreground) styles.push([`k-${hex}`, `color:#${hex}`]);
  if (variable) styles.push([`k-${variable}`, `color:var(--code-${variable})`]);
  // The bits of vscode-textmate's FontStyle.
  const font: number = fontStyle ?? 0;
  if (font & 1) styles.push(['k-i', 'font-style:italic']);
  if (font & 2) styles.push(['k-b', 'font-weight:bold']);
  if (font & 4) styles.push(['k-u', 'text-decoration:underline']);
  return styles;
}
