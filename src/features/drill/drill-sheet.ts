import type { ModuleKind } from '../../bank/model.ts';
import { escapeHtml } from '../pages/escape-html.ts';

/** A program with its solution. */
export interface SheetProgram {
  readonly code: string;
  readonly kind: ModuleKind;
  /** Its possible outputs; a real run printed one of them. */
  readonly outputs: readonly (readonly string[])[];
  readonly link: string;
}

/** The words of a sheet, in the user's language; `{0}` stands for a number. */
export interface SheetTexts {
  readonly title: string;
  readonly task: string;
  readonly program: string;
  /** Said beside ES modules. */
  readonly module: string;
  readonly solutions: string;
  readonly either: string;
  readonly link: string;
  /** BCP 47. */
  readonly language: string;
}

const numbered = ({ program }: SheetTexts, at: number): string =>
  program.replace('{0}', String(at + 1));

const heading = (texts: SheetTexts, at: number, kind: ModuleKind): string =>
  `${numbered(texts, at)}${kind === 'mjs' ? ` (${texts.module})` : ''}`;

/** Programs first, their solutions at the end. */
export function markdownSheet(programs: readonly SheetProgram[], texts: SheetTexts): string {
  const tasks = programs.map(
    ({ code, kind }, at) => `## ${heading(texts, at, kind)}\n\n\`\`\`js\n${code.trimEnd()}\n\`\`\``,
  );
  const solutions = programs.map(({ outputs, link }, at) => {
    const blocks = outputs.map((lines) => `\`\`\`text\n${lines.join('\n')}\n\`\`\``);
    return `### ${numbered(texts, at)}\n\n${blocks.join(`\n\n${texts.either}\n\n`)}\n\n[${texts.link}](${link})`;
  });
  return [`# ${texts.title}`, texts.task, ...tasks, `## ${texts.solutions}`, ...solutions, ''].join(
    '\n\n',
  );
}

/** One file with all it needs; on paper no program is torn, and the solutions have pages of their own. */
export function htmlSheet(programs: readonly SheetProgram[], texts: SheetTexts): string {
  const tasks = programs.map(
    ({ code, kind }, at) =>
      `<section><h2>${escapeHtml(heading(texts, at, kind))}</h2>\n<pre><code>${escapeHtml(code.trimEnd())}</code></pre></section>`,
  );
  const solutions = programs.map(({ outputs, link }, at) => {
    const lists = outputs.map(
      (lines) =>
        `<ol>${lines.map((line) => `<li><code>${escapeHtml(line)}</code></li>`).join('')}</ol>`,
    );
    return `<section><h3>${escapeHtml(numbered(texts, at))}</h3>\n${lists.join(`<p>${escapeHtml(texts.either)}</p>`)}\n<p><a href="${escapeHtml(link)}">${escapeHtml(texts.link)}</a></p></section>`;
  });
  return `<!doctype html>
<html lang="${escapeHtml(texts.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(texts.title)}</title>
<style>
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
pre { overflow-x: auto; padding: 0.8em 1em; border: 1px solid #bbb; border-radius: 4px; font-size: 14px; line-height: 1.45; }
code { font-family: ui-monospace, Consolas, monospace; }
.solutions { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0 2rem; }
.solutions ol { padding-inline-start: 1.6em; }
@media print { section { break-inside: avoid; } .solutions-part { break-before: page; } a { color: inherit; text-decoration: none; } }
</style>
</head>
<body>
<h1>${escapeHtml(texts.title)}</h1>
<p>${escapeHtml(texts.task)}</p>
${tasks.join('\n')}
<div class="solutions-part"><h2>${escapeHtml(texts.solutions)}</h2>
<div class="solutions">${solutions.join('\n')}</div></div>
</body>
</html>
`;
}
