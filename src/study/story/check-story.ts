import type { StoryPart, StoryTemplate } from '../../bank/material.ts';

/** What a story lacks. Lines are counted from 0; a part that is not there is told at the document's end. */
export interface StoryGap {
  readonly kind:
    /** There is no heading for it. */
    | 'missing'
    /** Nothing of one's own is below its heading. */
    | 'empty'
    /** Words of the template are still to be completed. */
    | 'unfinished'
    | 'short'
    | 'noNumber';
  readonly part: StoryPart;
  readonly line: number;
  /** How many words there are. */
  readonly words: number;
}

/** Whatever a story lacks, in the order of its parts; for each part the most basic of it alone. */
export function checkStory(text: string, { parts, body }: StoryTemplate): readonly StoryGap[] {
  const lines = text.split(/\r?\n/);
  const sections = sectionsOf(lines);
  const begun = sectionsOf(body.split('\n'));
  return parts.flatMap((part): StoryGap[] => {
    const section = sections.get(nameOf(part.title));
    if (!section) return [{ kind: 'missing', part, line: lines.length - 1, words: 0 }];
    const given = begun.get(nameOf(part.title))?.lines.join('\n').trim();
    const own = section.lines.join('\n').trim();
    const words = wordsOf(own);
    const kind = gapOf(part, own, words, own === given);
    return kind ? [{ kind, part, line: section.line, words }] : [];
  });
}

function gapOf(
  { least, number }: StoryPart,
  text: string,
  words: number,
  isAsGiven: boolean,
): StoryGap['kind'] | undefined {
  if (words === 0 || isAsGiven) return 'empty';
  if (text.includes('…')) return 'unfinished';
  if (number && !hasNumber(text)) return 'noNumber';
  return words < least ? 'short' : undefined;
}

interface Section {
  readonly line: number;
  readonly lines: string[];
}

/** What is below each heading of the second level, down to the next one of it or above. */
function sectionsOf(lines: readonly string[]): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  let current: Section | undefined;
  let fence: string | undefined;
  for (const [line, text] of lines.entries()) {
    const [, mark] = /^ {0,3}(```+|~~~+)/.exec(text) ?? [];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
    const [, level, title] = (fence === undefined && /^ {0,3}(#{1,2})[ \t](.*)$/.exec(text)) || [];
    if (level === undefined || title === undefined) {
      current?.lines.push(text);
      continue;
    }
    current = undefined;
    if (level !== '##' || sections.has(nameOf(title))) continue;
    current = { line, lines: [] };
    sections.set(nameOf(title), current);
  }
  return sections;
}

/** Headings may be closed by more signs, and be written in another case. */
const nameOf = (title: string): string => title.trim().replace(/ #+$/, '').trim().toLowerCase();

const wordsOf = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu)?.length ?? 0;

/** Names of things have digits too, and say nothing about a result. */
const names =
  /\b(?:p\d{2,3}|s3|ec2|k8s|ipv[46]|http[/ ]?[123](?:\.\d)?|utf-?\d+|sha-?\d+|es\d+|q[1-4])\b/giu;
const spelled =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|twice|halved|doubled|tripled|zero)\b/iu;

function hasNumber(text: string): boolean {
  return /\d/.test(text.replace(names, ' ')) || spelled.test(text);
}
