/** Code as HTML for a `<code>`, and the rules for its classes: for `Page.css` or a message. */
export interface Highlighted {
  readonly html: string;
  readonly css: string;
}
