import { hex, readable } from '../common/colors.ts';

/** What text has to have by WCAG 2 (1.4.3). */
const LEAST = 4.5;

/** The same on tints, which are mixed: a little for colors that are rounded when they are drawn. */
const LEAST_ON_TINTS = 4.6;

/** The strongest tint that text stands on, of each of these. */
const TINT = 18;
const tinted = [
  '--ink',
  '--accent',
  '--right',
  '--wrong',
  '--vscode-editorWarning-foreground',
  '--vscode-editorInfo-foreground',
  '--vscode-focusBorder',
];

/** Text on the page and on its tinted boxes: names of tokens, each with what the theme would have it be. */
const onPage: Readonly<Record<string, string>> = {
  '--ink': 'var(--vscode-foreground)',
  '--muted': 'color-mix(in srgb, var(--vscode-foreground) 78%, var(--ground))',
  '--accent': 'var(--vscode-textLink-foreground)',
  '--accent-active': 'var(--vscode-textLink-activeForeground)',
  '--right-ink': 'var(--right)',
  '--wrong-ink': 'var(--wrong)',
  '--warning-ink': 'var(--vscode-editorWarning-foreground, #b89500)',
  '--error-ink': 'var(--vscode-errorForeground, var(--wrong))',
  '--line-number': 'var(--vscode-editorLineNumber-foreground, var(--muted))',
};

/** Text on a ground of its own: the token, the text and the ground as the theme has them. */
const onOwn: readonly (readonly [token: string, ...colors: string[]])[] = [
  // One color may be readable on neither of both: each ground has its own.
  ['--button-ink', 'var(--vscode-button-foreground)', 'var(--vscode-button-background)'],
  [
    '--button-hover-ink',
    'var(--vscode-button-foreground)',
    'var(--vscode-button-hoverBackground, var(--vscode-button-background))',
  ],
  [
    '--button-secondary-ink',
    'var(--vscode-button-secondaryForeground)',
    'var(--vscode-button-secondaryBackground)',
  ],
  [
    '--button-secondary-hover-ink',
    'var(--vscode-button-secondaryForeground)',
    'var(--vscode-button-secondaryHoverBackground, var(--vscode-button-secondaryBackground))',
  ],
  ['--badge-ink', 'var(--vscode-badge-foreground)', 'var(--vscode-badge-background)'],
  ['--input-ink', 'var(--vscode-input-foreground)', 'var(--vscode-input-background)'],
  ['--dropdown-ink', 'var(--vscode-dropdown-foreground)', 'var(--vscode-dropdown-background)'],
  [
    '--kbd-ink',
    'var(--vscode-keybindingLabel-foreground, var(--ink))',
    'var(--vscode-keybindingLabel-background, var(--tint))',
  ],
];

const ansiNames = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'].flatMap(
  (name) => [name, `Bright${name}`],
);

/**
 * Themes have text that is too faint to read outside of where they meant it to be. What pages write in it
 * is taken as far toward black or white as their grounds ask for, and not further: most themes keep what
 * they have. Follows the theme for as long as the document lives.
 */
export function useReadableColors(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let last = '';
  const derive = (): void => {
    const { body, documentElement } = document;
    // What changes them is in the style of the one and in the classes of the other.
    const theme = `${documentElement.style.cssText}|${body.className.includes('high-contrast')}`;
    if (theme === last) return;
    last = theme;
    sheet.replaceSync('');
    sheet.replaceSync(`:root { ${declarations()} }`);
  };
  const observer = new MutationObserver(derive);
  observer.observe(document.documentElement, { attributeFilter: ['style'] });
  observer.observe(document.body, { attributeFilter: ['class'] });
  derive();
}

function declarations(): string {
  const [around, probe] = [document.createElement('span'), document.createElement('span')];
  around.hidden = true;
  around.append(probe);
  document.body.append(around);
  /** @param absent what it is where the theme has no such color, as a ground in high contrast */
  const read = (color: string, over: string, absent = 'var(--vscode-foreground)'): string => {
    around.style.color = absent;
    probe.style.color = '';
    probe.style.color = color;
    return hex(getComputedStyle(probe).color, over);
  };
  const ground = read('var(--ground)', '#ffffff');
  const tints = tinted.map((mark) =>
    read(`color-mix(in srgb, var(${mark}, var(--ground)) ${TINT}%, var(--ground))`, ground),
  );
  const isHighContrast = document.body.classList.contains('vscode-high-contrast');
  // Nothing is tinted there.
  const grounds = isHighContrast ? [ground] : [ground, ...tints];
  const found = Object.entries(onPage).map(([token, color]) => [
    token,
    readable(read(color, ground), grounds, LEAST_ON_TINTS),
  ]);
  for (const [token, text = '', ...own] of onOwn) {
    const below = own.map((color) => read(color, ground, 'var(--ground)'));
    found.push([token, readable(read(text, below[0] ?? ground), below, LEAST)]);
  }
  for (const name of ansiNames) {
    const color = read(`var(--vscode-terminal-ansi${name}, var(--ink))`, ground);
    found.push([`--ansi-${name}`, readable(color, grounds, LEAST_ON_TINTS)]);
  }
  around.remove();
  return found.map(([token, color]) => `${token}: ${color};`).join(' ');
}
