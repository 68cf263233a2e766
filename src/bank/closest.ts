/** The word that was probably meant, or nothing when none is near. */
export function closest(word: string, words: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  // Two letters in the wrong order are two edits.
  const limit = word.length > 3 ? Math.max(2, Math.floor(word.length / 3)) : 1;
  let best: { readonly word: string; readonly edits: number } | undefined;
  for (const candidate of words) {
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits <= limit && (!best || edits < best.edits)) best = { word: candidate, edits };
  }
  return best?.word;
}

/** "Did you mean `x`?", or `otherwise` when no word is near. */
export function didYouMean(word: string, words: readonly string[], otherwise: string): string {
  const meant = closest(word, words);
  return meant === undefined ? otherwise : `Did you mean \`${meant}\`?`;
}

/** Levenshtein distance, by rows. Words are cut: nobody means a word of 100 letters. */
export function distance(a: string, b: string): number {
  const to = b.slice(0, 100);
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < Math.min(a.length, 100); i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const swap = (row[j] ?? 0) + (to[j] === a[i] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
