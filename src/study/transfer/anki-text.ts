/** A card as Anki shows it; both sides are HTML. */
export interface AnkiCard {
  /** Anki tells notes apart by it: importing again updates the note with the same front. */
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

/**
 * Cards as a text file that Anki imports, with headers that say how
 * (https://docs.ankiweb.net/importing/text-files.html#file-headers). Anki before 2.1.54 takes the headers for comments.
 */
export function ankiText(cards: readonly AnkiCard[], deck: string): string {
  const headers = [
    '#separator:tab',
    '#html:true',
    '#columns:Front\tBack\tTags',
    '#notetype:Basic',
    // It is chosen where there is one of that name.
    `#deck:${oneLine(deck)}`,
    '#tags column:3',
  ];
  const rows = cards.map(({ front, back, tags }) =>
    [field(front), field(back), field(tags.map(tagOf).join(' '))].join('\t'),
  );
  return `${[...headers, ...rows].join('\n')}\n`;
}

/** Quoted, so that nothing in it can end a field or be taken for a comment. A line break is one of HTML. */
const field = (html: string): string => `"${oneLine(html).replaceAll('"', '""')}"`;

function oneLine(text: string): string {
  return text.replaceAll('\t', '    ').replace(/\r?\n|[\r\u2028\u2029]/g, ' ');
}

/** Tags are divided by spaces; two colons make a hierarchy. */
const tagOf = (tag: string): string => tag.trim().replace(/["\s]+/gu, '-');
