/** A piece of code of a page. */
export interface Piece {
  readonly code: string;
  /** Languages that nobody knows are returned as they are. */
  readonly language: string;
}

/** Code as HTML for a `<code>`, and the rules for its classes: for `Page.css` or a message. */
export interface Highlighted {
  readonly html: string;
  readonly css: string;
}

/** Pieces of code in the theme that was the user's when they were coloured. */
export interface Painted {
  /** Differs when the colours differ. */
  readonly key: string;
  /** In the order of the pieces. */
  readonly pieces: readonly Highlighted[];
}

/** Colours code in the user's current theme: one for all pages, since its grammars take memory and time. */
export interface Highlighter {
  /** Never rejects: what cannot be coloured stays plain. */
  highlight(pieces: readonly Piece[]): Promise<Painted>;
  /** The same for what must be shown without delay; undefined when colouring takes too long for that. */
  highlightQuickly(pieces: readonly Piece[]): Promise<Painted | undefined>;
  dispose(): void;
}
