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
  /** Said beside programs with two orders. */
  readonly race: string;
  readonly solutions: string;
  readonly either: string;
  readonly link: string;
  /** BCP 47. */
  readonly language: string;
}

const numbered = ({ program }: SheetTexts, at: number): string =>
  program.replace('{0}', String(at + 1));

function heading(texts: SheetTexts, at: number, { kind, outputs }: SheetProgram): string {
  const facts = [
    ...(kind === 'mjs' ? [texts.module] : []),
    ...(outputs.length > 1 ? [texts.race] : []),
  ];
  return `${numbered(texts, at)}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`;
}

/** A line to write on for each printed one. */
const blanks = ({ outputs: [lines = []] }: SheetProgram): string =>
  `<ol class="blanks" aria-hidden="true">${'<li></li>'.repeat(lines.length)}</ol>`;

/** Programs first, their solutions at the end. */
export function markdownSheet(programs: readonly SheetProgram[], texts: SheetTexts): string {
  const tasks = programs.map(
    (program, at) =>
      `## ${heading(texts, at, program)}\n\n\`\`\`js\n${program.code.trimEnd()}\n\`\`\``,
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
    (program, at) =>
      `<section><h2>${escapeHtml(heading(texts, at, program))}</h2>\n<div class="task"><pre><code>${escapeHtml(program.code.trimEnd())}</code></pre>${blanks(program)}</div></section>`,
  );
  const solutions = programs.map(({ outputs, link }, at) => {
    const lists = outputs.map(
      (lines) =>
        `<ol>${lines.map((line) => `<li><code>${escapeHtml(line)}</code></li>`).join('')}</ol>`,
    );
    return `<section><h3>${escapeHtml(numbered(texts, at))}</h3>\n${lists.join(`<p>${escapeHtml(texts.either)}</p>`)}\n<p class="link"><a href="${escapeHtml(link)}">${escapeHtml(texts.link)}</a></p></section>`;
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
.task { display: grid; grid-template-columns: minmax(0, 1fr) 11rem; gap: 1.5rem; }
.task pre { margin: 0; }
.blanks { margin: 0; padding-inline-start: 1.8em; color: #595959; font-size: 14px; }
.blanks li { height: 1.6rem; border-bottom: 1px solid #bbb; }
.solutions { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0 2rem; }
.solutions ol { padding-inline-start: 2.2em; }
@media (width < 36rem) { .task { grid-template-columns: minmax(0, 1fr); } }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 10pt; } h2 { margin: 1em 0 0.4em; font-size: 13pt; } pre { overflow: visible; padding: 0.4em 0.6em; font-size: 8.5pt; line-height: 1.3; white-space: pre-wrap; } section { break-inside: avoid; } .task { grid-template-columns: minmax(0, 1fr) 9rem; gap: 1rem; } .solutions { grid-template-columns: repeat(3, 1fr); } .solutions-part { break-before: page; } .link { display: none; } }
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
