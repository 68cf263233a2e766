/**
 * What a file of a bank may hold: far above what anybody writes and reads, and low enough that
 * nothing made of it, on any page, keeps an editor waiting. Beyond a limit a mistake says so.
 */
export const limits = {
  /** Characters of a question's file: the answer of a long one has 12,000. */
  questionLength: 64 * 1024,
  /** Characters of any other file. */
  fileLength: 128 * 1024,
  /** Fields in one map of YAML; a schema here has fifteen. */
  fields: 100,
  /** Items in one list of YAML: the questions of a topic are the longest. */
  items: 5000,
  /** How deep YAML may nest. */
  depth: 50,
  /** Lines that a snippet's outputs have in all, or that a fence states: each can be a card. */
  lines: 1000,
  /** Mistakes that are told of one file, and of one bank. */
  mistakesOfFile: 100,
  mistakesOfBank: 1000,
  /** For how many misspelt names of a bank the one that was meant is looked for. */
  suggestions: 200,
} as const;
