import * as l10n from '@vscode/l10n';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OutputLine, ShownLine } from '../../shared/predict.ts';
import { styledText } from './ansi.ts';
import { visibleText } from './visible-text.ts';

/** One printed line. What is not stdout carries a label, since colour alone would not do. */
export function lineView(line: ShownLine): TemplateResult {
  const label = streamLabel(line);
  return html`<span class="line-text line-${line.stream}"
    >${label === undefined ? nothing : html`<span class="stream">${label}</span> `}<bdi>${printed(line)}</bdi>${
      line.length === undefined
        ? nothing
        : html` <span class="cut">${l10n.t('… cut, {0} characters in all', line.length)}</span>`
    }</span
  >`;
}

/** The same line as plain text, for names and announcements. */
export function lineName(line: OutputLine): string {
  const label = streamLabel(line);
  const plain = styledText(line.text)
    .map(({ text }) => text)
    .join('');
  const text = plain === '' ? l10n.t('(blank line)') : plain;
  return label === undefined ? text : `${label} ${text}`;
}

function streamLabel({ stream, text }: OutputLine): string | undefined {
  switch (stream) {
    case 'stdout':
      return undefined;
    case 'stderr':
      return l10n.t('stderr');
    case 'uncaught':
      return l10n.t('Uncaught');
    case 'exit':
      return /^\d+$/.test(text) ? l10n.t('exit code') : l10n.t('ended by');
  }
}

function printed({ text }: OutputLine): unknown {
  if (text === '') return html`<span class="blank">${l10n.t('(blank line)')}</span>`;
  return styledText(text).map(({ text: piece, classes }, at) => {
    const shown = at === 0 ? indented(piece) : visible(piece);
    return classes.length === 0 ? shown : html`<span class=${classes.join(' ')}>${shown}</span>`;
  });
}

/** The indent keeps to the first character, or a long word would leave the first line empty. */
function indented(text: string): unknown {
  const indent = /^[ \t]+[!-~]/.exec(text)?.[0];
  if (indent === undefined) return visible(text);
  return html`<span class="indent">${indent}</span>${visible(text.slice(indent.length))}`;
}

const visible = (text: string): unknown[] =>
  visibleText(text).map((segment) =>
    segment.kind === 'text'
      ? segment.text
      : html`<span class="control" title=${segment.name}>${segment.text}</span>`,
  );
