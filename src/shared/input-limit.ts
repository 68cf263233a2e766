/** Characters of standard input that are sent together; the field takes no more. */
export const inputLimit = 100_000;
