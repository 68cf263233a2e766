import * as l10n from '@vscode/l10n';
import { escapeHtml } from '../pages/escape-html.ts';
import type { AnswerView } from './answer-view.ts';
import type { Paint } from './code-block.ts';
import { createMarkdown } from './markdown.ts';
import { textInTurn } from './text-in-turn.ts';

/** The reader's own note, and the form to write it in; the page's script shows one of them. */
export function notesHtml(view: AnswerView): string {
  const { note, linked } = view;
  const empty = note === '';
  return `<div id="note-shown">
<div class="prose" id="note-text"${empty ? ' hidden' : ''}>${noteHtml(note, linked)}</div>
<p class="note-empty" id="note-empty"${empty ? '' : ' hidden'}>${escapeHtml(l10n.t('What do you want to remember: your own words, an example from your work, what you forgot last time? Notes are kept with your progress, and search finds them.'))}</p>
${button('note-edit', 'edit', textInTurn({ write: l10n.t('Write a Note'), edit: l10n.t('Edit Note') }, empty ? 'write' : 'edit'), 'secondary')}
</div>
<div id="note-form" hidden>
<div class="callout warning" id="note-conflict" hidden>
<span class="codicon codicon-warning" aria-hidden="true"></span>
<div><p role="alert" id="note-conflict-text" data-changed="${escapeHtml(l10n.t('This note was changed elsewhere while you were writing. Yours is below and not saved yet; the other one reads:'))}" data-removed="${escapeHtml(l10n.t('This note was removed elsewhere while you were writing. Yours is below and not saved yet.'))}"></p>
<div class="prose" id="note-theirs"></div>
${button('note-append', 'add', textOf(l10n.t('Add It to Mine')), 'secondary')}</div>
</div>
<label for="note-input">${escapeHtml(l10n.t('Your note, in Markdown'))}</label>
<textarea id="note-input" aria-describedby="note-problem" spellcheck="true"></textarea>
<p class="note-problem" id="note-problem" role="status"></p>
<p class="note-actions" id="note-actions">${button('note-save', '', textInTurn({ save: l10n.t('Save'), mine: l10n.t('Save Mine') }, 'save'), '')}${button('note-cancel', '', textOf(l10n.t('Cancel')), 'secondary')}<span aria-hidden="true"><kbd id="note-keys"></kbd></span></p>
<p class="note-actions" id="note-ask" role="group" aria-labelledby="note-ask-text" hidden><span id="note-ask-text">${escapeHtml(l10n.t("What you wrote isn't saved."))}</span>${button('note-keep', '', textOf(l10n.t('Keep Writing')), '')}${button('note-discard', '', textOf(l10n.t('Discard My Changes')), 'secondary')}</p>
</div>`;
}

/** Notes are Markdown like answers, as safe, and their code is only shown. */
export function noteHtml(note: string, linked: AnswerView['linked']): string {
  const plain: Paint = (code) => escapeHtml(code);
  const markdown = createMarkdown(
    {
      ...{
        linked,
        paint: plain,
        difficultyName: String,
        blocks: [],
        headings: undefined,
        questionTitle: '',
      },
      fence: (code) => shownCode(code, l10n.t('Code')),
      snippet: () => undefined,
      diagram: () => undefined,
      countDiagram: () => 0,
    },
    { asNote: true },
  );
  return markdown.blocks(note, 3);
}

const shownCode = (code: string, label: string): string =>
  `<div class="code plain"><pre tabindex="0" role="group" aria-label="${escapeHtml(label)}"><code>${escapeHtml(code.replace(/\n$/, ''))}</code></pre></div>\n`;

/** @param text HTML: a `textOf` or a `textInTurn` */
function button(id: string, icon: string, text: string, looks: string): string {
  const sign = icon ? `<span class="codicon codicon-${icon}" aria-hidden="true"></span>` : '';
  return `<button type="button" class="button ${looks}" id="${id}">${sign}${text}</button>`;
}

const textOf = (text: string): string => `<span>${escapeHtml(text)}</span>`;
