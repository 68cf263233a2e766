/** The card after (1) or before (-1) the current one among those that are wanted, round the ends. */
export function neighbour<Card>(
  cards: readonly Card[],
  current: Card | undefined,
  step: 1 | -1,
  wanted: (card: Card) => boolean,
): Card | undefined {
  // The current one may be unwanted itself, and still is where the way starts.
  const index = current === undefined ? -1 : cards.indexOf(current);
  const start = index >= 0 ? index : step === 1 ? -1 : cards.length;
  const turned = cards.map((_, away) => {
    const place = start + step * (away + 1);
    return cards[(place + cards.length) % cards.length];
  });
  return turned.find((card) => card !== undefined && card !== current && wanted(card));
}
