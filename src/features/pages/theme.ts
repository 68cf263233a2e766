import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { isRecord } from '../../collections/is-record.ts';

/** A colour theme for code, as TextMate rules. */
export interface CodeTheme {
  readonly dark: boolean;
  /** `editor.foreground`, when the theme sets it. */
  readonly foreground?: string;
  readonly rules: readonly TokenRule[];
}

export interface TokenRule {
  readonly name?: string;
  readonly scope?: string | readonly string[];
  readonly settings: { readonly foreground?: string; readonly fontStyle?: string };
}

interface ThemeFile {
  readonly include?: string;
  readonly colors?: Readonly<Record<string, string>>;
  readonly tokenColors?: string | readonly TokenRule[];
  /** Where TextMate themes keep their rules. */
  readonly settings?: readonly TokenRule[];
}

/** Includes may nest, and a broken theme may include itself. */
const deepest = 8;

/**
 * Reads a theme with everything that it includes; later rules win over included ones, as in VS Code.
 * @param path of the theme's file, with `/` between folders
 * @param read returns a file's text; may reject
 * @throws when a file is missing or not JSON (a TextMate theme in XML, for example)
 */
export async function readTheme(
  path: string,
  read: (path: string) => Promise<string>,
  depth = 0,
): Promise<Omit<CodeTheme, 'dark'>> {
  if (depth > deepest) throw new Error(`${path} is included too deeply`);
  const file = parseJsonc(await read(path)) as ThemeFile;
  const base = file.include
    ? await readTheme(beside(path, file.include), read, depth + 1)
    : undefined;
  const own =
    typeof file.tokenColors === 'string'
      ? (await readTheme(beside(path, file.tokenColors), read, depth + 1)).rules
      : (file.tokenColors ?? file.settings ?? []);
  const foreground = file.colors?.['editor.foreground'] ?? base?.foreground;
  return {
    rules: [...(base?.rules ?? []), ...own.filter(isRule)],
    ...(foreground === undefined ? {} : { foreground }),
  };
}

/**
 * JSON with comments and trailing commas, as theme files are written.
 * @throws Error when it is something else
 */
export function parseJsonc(text: string): unknown {
  const mistakes: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), mistakes, { allowTrailingComma: true });
  const [first] = mistakes;
  if (first) throw new Error(`${printParseErrorCode(first.error)} at offset ${first.offset}`);
  return value;
}

/**
 * Rules that the user's `editor.tokenColorCustomizations` adds to a theme: those for all themes,
 * then those in a section that names it, `"[Monokai]"` or with stars `"[*Dark*]"`.
 */
export function customRules(customizations: unknown, theme: string): TokenRule[] {
  if (!isRecord(customizations)) return [];
  const sections = Object.entries(customizations)
    .filter(([key]) => sectionNames(key).some((name) => matchesName(name, theme)))
    .map(([, section]) => section);
  return [customizations, ...sections].flatMap((section) =>
    isRecord(section) ? [...groupRules(section), ...textMateRules(section)] : [],
  );
}

/** The scopes behind the simple settings, from VS Code's own list. */
const groups: Readonly<Record<string, readonly string[]>> = {
  comments: ['comment', 'punctuation.definition.comment'],
  strings: ['string', 'meta.embedded.assembly'],
  keywords: ['keyword - keyword.operator', 'keyword.control', 'storage', 'storage.type'],
  numbers: ['constant.numeric'],
  types: ['entity.name.type', 'entity.name.class', 'support.type', 'support.class'],
  functions: ['entity.name.function', 'support.function'],
  variables: ['variable', 'entity.name.variable'],
};

function groupRules(section: Readonly<Record<string, unknown>>): TokenRule[] {
  return Object.entries(groups).flatMap(([group, scope]) => {
    const value = section[group];
    if (typeof value === 'string') return [{ scope, settings: { foreground: value } }];
    return isRecord(value) ? [{ scope, settings: value }] : [];
  });
}

function textMateRules(section: Readonly<Record<string, unknown>>): TokenRule[] {
  const rules = section['textMateRules'];
  return Array.isArray(rules) ? rules.filter(isRule) : [];
}

const sectionNames = (key: string): string[] =>
  /^(\[[^\]]*\])+$/.test(key) ? key.slice(1, -1).split('][') : [];

function matchesName(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}

/** The path of a file that another one names; a path that begins with `/` stays as it is. */
function beside(path: string, name: string): string {
  if (name.startsWith('/')) return name;
  const parts = path.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

const isRule = (value: unknown): value is TokenRule =>
  isRecord(value) && isRecord(value['settings']);
