import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { OutputLine, ShownLine } from '../../shared/predict.ts';
import type { LineTexts } from '../../shared/predict-texts.ts';
import { fill } from '../../shared/fill.ts';
import { styledText } from './ansi.ts';
import { visibleText } from './visible-text.ts';

/** One printed line. What is not stdout carries a label, since colour alone would not do. */
export function lineView(line: ShownLine, texts: LineTexts): TemplateResult {
  const label = streamLabel(line, texts);
  return html`<span class="line-text line-${line.stream}"
    >${label === undefined ? nothing : html`<span class="stream">${label}</span> `}<bdi>${printed(line, texts)}</bdi>${
      line.length === undefined
        ? nothing
        : html` <span class="cut">${fill(texts.lineCut, line.length)}</span>`
    }</span
  >`;
}

/** The same line as plain text, for names and announcements. */
export function lineName(line: OutputLine, texts: LineTexts): string {
  const label = streamLabel(line, texts);
  const plain = styledText(line.text)
    .map(({ text }) => text)
    .join('');
  const text = plain === '' ? texts.blankLine : plain;
  return label === undefined ? text : `${label} ${text}`;
}

function streamLabel({ stream, text }: OutputLine, texts: LineTexts): string | undefined {
  switch (stream) {
    case 'stdout':
      return undefined;
    case 'stderr':
      return texts.streamStderr;
    case 'uncaught':
      return texts.streamUncaught;
    case 'exit':
      return /^\d+$/.test(text) ? texts.streamExitCode : texts.streamExitSignal;
  }
}

function printed({ text }: OutputLine, texts: LineTexts): unknown {
  if (text === '') return html`<span class="blank">${texts.blankLine}</span>`;
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
