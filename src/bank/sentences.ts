/**
 * The sentences of an English text, in order, each with the blanks after it and where it begins.
 * The segmenter takes some 20 ms to make: it is made when it is needed first.
 */
export function segmentSentences(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return segmenter.segment(text);
}

let segmenter: Intl.Segmenter | undefined;
