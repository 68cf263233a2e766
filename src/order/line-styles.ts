/**
 * What a program writes between its characters to colour them on a terminal (SGR sequences), and to
 * link them (OSC 8): neither can be seen as text, so nobody has to type it.
 */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const styles = /\u001b\[[\d:;]*m|\u001b\]8;[^\u0007\u001b]*(?:\u0007|\u001b\\)/g;

/** The text as it reads on a terminal. */
export const withoutStyles = (text: string): string =>
  text.includes('\u001b') ? text.replaceAll(styles, '') : text;
