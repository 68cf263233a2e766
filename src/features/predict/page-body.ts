import { l10n } from 'vscode';
import type { ModuleKind } from '../../bank/model.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { difficultyHtml, questionHtml } from '../pages/snippet-html.ts';
import { verifiedHtml } from '../pages/verified-html.ts';
import type { PageSnippet } from '../../shared/predict.ts';

/**
 * All that is on the page before its script runs: what the snippet is, and its code.
 * @param code the section with the code
 * @param notice what is to be known before it runs; may be empty
 */
export function pageBody({ title, kind, bank }: PageSnippet, code: string, notice = ''): string {
  return `<main class="page">
<header class="head">
<h1>${escapeHtml(title)}</h1>
<p class="facts">${bank ? difficultyHtml(bank.difficulty) : ''}${kindHtml(kind)}${bank ? questionHtml(bank.questionTitle) : ''}</p>${verifiedHtml(bank?.verified)}
</header>
${notice}<div class="columns" id="columns">
${code}
<section class="work" id="work" aria-label="${escapeHtml(l10n.t('Prediction'))}">${peekHtml()}</section>
</div>
<section class="timeline" id="timeline" tabindex="-1" aria-label="${escapeHtml(l10n.t('Timeline'))}" hidden>
<div class="peek" aria-hidden="true"></div>
<p class="timeline-note"></p>
<div class="timeline-content"></div>
</section>
</main>`;
}

/** The code once more, for when it has scrolled away; the page's script fills it. */
function peekHtml(): string {
  const label = escapeHtml(l10n.t('Code'));
  return `<details class="code-peek" id="code-peek" hidden><summary>${label}</summary></details>`;
}

function kindHtml(kind: ModuleKind): string {
  const [name, meaning] = {
    cjs: [
      'CommonJS',
      l10n.t(
        'CommonJS: runs as a .cjs file. After the main script, process.nextTick callbacks run before promise callbacks.',
      ),
    ],
    mjs: [
      l10n.t('ES module'),
      l10n.t(
        'ES module: runs as an .mjs file. Its body itself runs as a microtask, so after it, promise callbacks run before process.nextTick callbacks.',
      ),
    ],
  }[kind];
  return `<span class="badge kind" tabindex="0" role="note" title="${escapeHtml(meaning ?? '')}">${escapeHtml(name ?? '')}<span class="sr-only">. ${escapeHtml(meaning ?? '')}</span></span>`;
}
