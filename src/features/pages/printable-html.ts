import { escapeHtml } from './escape-html.ts';

/**
 * One HTML file without scripts, pictures or anything from elsewhere, made for paper.
 * @param page `title` is plain text, `body` HTML; `language` as in `lang`; `style` comes after what all have
 */
export function printableHtml(page: {
  readonly title: string;
  readonly language: string;
  readonly body: string;
  readonly style: string;
}): string {
  const { title, language, body, style } = page;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>${common}${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const common = `
:root { color-scheme: light dark; --ink: light-dark(#1c2226, #d7dde1); --ground: light-dark(#fff, #16191b); --muted: light-dark(#55626b, #9aa7b0); --line: light-dark(#d5dbdf, #3a4248); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { margin: 0; font-size: 1.9em; line-height: 1.2; }
header p { margin: 0.5rem 0 0; color: var(--muted); }
h2 { margin: 2.4rem 0 1rem; padding-bottom: 0.3rem; border-bottom: 2px solid var(--ink); font-size: 1.3em; break-after: avoid; }
article { break-inside: avoid; margin: 0 0 1.5rem; }
h3 { margin: 0 0 0.3rem; font-size: 1em; line-height: 1.35; break-after: avoid; }
small { margin-left: 0.3em; color: var(--muted); font-weight: 400; font-size: 0.85em; }
p, ul { margin: 0 0 0.35rem; }
ul { padding-left: 1.15rem; }
li { margin: 0.1rem 0; }
code { font: 0.88em ui-monospace, Consolas, monospace; background: color-mix(in srgb, var(--ink) 8%, var(--ground)); padding: 0 0.25em; border-radius: 3px; overflow-wrap: anywhere; }
.option { white-space: nowrap; }
a { color: inherit; }
@page { margin: 14mm 12mm; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 8.6pt; line-height: 1.38; }
  h2 { margin: 5mm 0 2.5mm; font-size: 1.3em; }
  article { margin-bottom: 3.5mm; }
  code { background: none; padding: 0; }
}
`;
