import type { CheatQuestion, CheatSheet } from './cheat-sheet.ts';
import type { Level } from './levels.ts';

/** What an export says beside the texts of the bank, in the reader's language. */
export interface CheatSheetTexts {
  readonly title: string;
  /** Which levels it holds and how many questions. */
  readonly about: string;
  readonly levels: Readonly<Record<Level, string>>;
  readonly sayIt: string;
  readonly mistake: string;
}

/** The sheet as one Markdown file that stands for itself: its links to other questions are text. */
export function cheatSheetMarkdown({ topics }: CheatSheet, texts: CheatSheetTexts): string {
  const parts = [`# ${escapeMarkdown(texts.title)}`, escapeMarkdown(texts.about)];
  for (const { title, pack, questions } of topics) {
    const name = pack === undefined ? title : `${pack}: ${title}`;
    parts.push(`## ${escapeMarkdown(name)}`);
    for (const question of questions) parts.push(questionMarkdown(question, texts));
  }
  return `${parts.join('\n\n')}\n`;
}

function questionMarkdown(question: CheatQuestion, texts: CheatSheetTexts): string {
  const { title, level, sayIt, keyPoints, mistake } = question;
  const points = keyPoints.map((point) => `- ${withoutQuestionLinks(point)}`);
  return [
    `### ${escapeMarkdown(title)} (${escapeMarkdown(texts.levels[level])})`,
    `${strong(texts.sayIt)} ${withoutQuestionLinks(sayIt)}`,
    points.join('\n'),
    `${strong(texts.mistake)} ${withoutQuestionLinks(mistake)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const strong = (text: string): string => `**${escapeMarkdown(text)}**`;

/** Nobody but Loopwise knows `question:`. */
export function withoutQuestionLinks(markdown: string): string {
  return markdown.replace(/\[((?:`[^`]*`|[^[\]`])*)\]\(question:[^()]*\)/g, '$1');
}

/** Plain text as it has to stand in Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}
