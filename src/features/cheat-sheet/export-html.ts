import type { CheatSheet, CheatQuestion } from '../../bank/cheat-sheet.ts';
import type { CheatSheetTexts } from '../../bank/cheat-sheet-markdown.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { printableHtml } from '../pages/printable-html.ts';
import { isHttps } from '../pages/is-https.ts';
import { inlineMarkdown } from '../pages/inline-markdown.ts';

/**
 * The sheet as one HTML file without scripts, pictures or anything from elsewhere, made for paper.
 * @param language of the texts, as in `lang`
 */
export function cheatSheetHtml(
  { topics }: CheatSheet,
  texts: CheatSheetTexts,
  language: string,
): string {
  const inline = inlineMarkdown((href) =>
    isHttps(href) ? `<a href="${escapeHtml(href)}" rel="noreferrer">` : undefined,
  );
  const sections = topics.map(({ title, pack, questions }) => {
    const name = pack === undefined ? title : `${pack}: ${title}`;
    return `<section>
<h2>${escapeHtml(name)}</h2>
<div class="questions">
${questions.map((question) => questionHtml(question, inline, texts)).join('\n')}
</div>
</section>`;
  });
  const { title } = texts;
  const body = `<header>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(texts.about)}</p>
</header>
<main>
${sections.join('\n')}
</main>`;
  return printableHtml({ title, language, body, style });
}

function questionHtml(
  { title, level, sayIt, keyPoints, mistake }: CheatQuestion,
  inline: (text: string) => string,
  texts: CheatSheetTexts,
): string {
  return `<article>
<h3>${escapeHtml(title)} <small>${escapeHtml(texts.levels[level])}</small></h3>
<p>${strong(texts.sayIt)} ${inline(sayIt)}</p>
<ul>${keyPoints.map((point) => `<li>${inline(point)}</li>`).join('')}</ul>
<p class="mistake">${strong(texts.mistake)} ${inline(mistake)}</p>
</article>`;
}

const strong = (text: string): string => `<strong>${escapeHtml(text)}</strong>`;

const style = `
body { max-width: 76rem; }
.questions { columns: 2 24rem; column-gap: 2.4rem; }
.mistake { padding-left: 0.7rem; border-left: 3px solid light-dark(#c77d0a, #d99a3a); }
@media print {
  body { max-width: none; }
  .questions { columns: 2; column-gap: 8mm; }
}
`;
