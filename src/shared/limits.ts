/** Characters of standard input that are sent together; the field takes no more. */
export const inputLimit = 100_000;

/** Characters (UTF-16 units) of a note: ten pages; each is one line of the log that every window reads. */
export const noteLimit = 20_000;
