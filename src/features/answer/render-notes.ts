import { escapeHtml } from '../pages/escape-html.ts';
import type { AnswerView } from './answer-view.ts';
import type { Paint } from './code-block.ts';
import { createMarkdown } from './markdown.ts';
import { textInTurn } from './text-in-turn.ts';

type NoteView = Pick<AnswerView, 'linked' | 'strings'>;

/** The reader's own note, and the form to write it in; the page's script shows one of them. */
export function notesHtml(view: AnswerView): string {
  const { note, strings } = view;
  const empty = note === '';
  return `<div id="note-shown">
<div class="prose" id="note-text"${empty ? ' hidden' : ''}>${noteHtml(note, view)}</div>
<p class="note-empty" id="note-empty"${empty ? '' : ' hidden'}>${escapeHtml(strings.notesEmpty)}</p>
${button('note-edit', 'edit', textInTurn(strings.texts.noteEdit, empty ? 'write' : 'edit'), 'secondary')}
</div>
<div id="note-form" hidden>
<div class="callout warning" id="note-conflict" hidden>
<span class="codicon codicon-warning" aria-hidden="true"></span>
<div><p role="alert" id="note-conflict-text" data-changed="${escapeHtml(strings.noteConflict)}" data-removed="${escapeHtml(strings.noteConflictEmpty)}"></p>
<div class="prose" id="note-theirs"></div>
${button('note-append', 'add', textOf(strings.noteAppend), 'secondary')}</div>
</div>
<label for="note-input">${escapeHtml(strings.noteLabel)}</label>
<textarea id="note-input" aria-describedby="note-problem" spellcheck="true"></textarea>
<p class="note-problem" id="note-problem" role="status"></p>
<p class="note-actions" id="note-actions">${button('note-save', '', textInTurn(strings.texts.noteSave, 'save'), '')}${button('note-cancel', '', textOf(strings.noteCancel), 'secondary')}<span aria-hidden="true"><kbd id="note-keys"></kbd></span></p>
<p class="note-actions" id="note-ask" role="group" aria-labelledby="note-ask-text" hidden><span id="note-ask-text">${escapeHtml(strings.noteAsk)}</span>${button('note-keep', '', textOf(strings.noteKeep), '')}${button('note-discard', '', textOf(strings.noteDiscard), 'secondary')}</p>
</div>`;
}

/** Notes are Markdown like answers, as safe, and their code is only shown. */
export function noteHtml(note: string, { linked, strings }: NoteView): string {
  const plain: Paint = (code) => escapeHtml(code);
  const markdown = createMarkdown(
    {
      ...{ strings, linked, paint: plain, blocks: [], headings: undefined, questionTitle: '' },
      fence: (code) => shownCode(code, strings.code),
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
