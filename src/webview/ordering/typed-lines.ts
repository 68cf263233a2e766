import type { LineCard } from '../../shared/predict.ts';

// Between lines as they are typed and the cards that stand for them.

/** The lines of these cards, as they are typed. */
export function textsAt(cards: readonly LineCard[], placed: readonly number[]): string[] {
  return placed.flatMap((card) => cards[card]?.typed ?? []);
}

/** Blank lines at the end come from typing, not from thinking. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}

/** The first unused card for each typed line. */
export function matchCards(
  text: string,
  cards: readonly LineCard[],
): { readonly placed: number[]; readonly unmatched: number } {
  const placed: number[] = [];
  let unmatched = 0;
  for (const line of linesOf(text)) {
    const card = cards.findIndex(
      ({ typed }, index) => typed.trimEnd() === line && !placed.includes(index),
    );
    if (card === -1) unmatched += 1;
    else placed.push(card);
  }
  return { placed, unmatched };
}
