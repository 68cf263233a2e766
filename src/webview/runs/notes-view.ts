import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Note } from '../../shared/runs.ts';
import { icon } from '../common/parts.ts';
import { textWithCode } from '../common/sentence.ts';

/** Why outputs differ; a rule stands with its name, and with a link to where it is written down. */
export function notesView(heading: string, notes: readonly Note[]): unknown {
  if (notes.length === 0) return nothing;
  return html`<section class="callout info notes">
    <h3>${icon('lightbulb')} ${heading}</h3>
    ${notes.map(noteView)}
  </section>`;
}

function noteView({ text, rule }: Note): TemplateResult {
  if (!rule) return html`<p>${textWithCode(text)}</p>`;
  return html`<p><strong>${textWithCode(rule.title)}</strong> ${textWithCode(text)}</p>
    <p class="note-source">
      <a href=${rule.source.url}>${icon('link-external')}<span>${rule.source.title}</span></a>
    </p>`;
}
