/**
 * Snippets whose cards solve them for somebody who never reads the code, and why they stay so. Any
 * other one needs decoys; see docs/authoring.md.
 */
export const givenAwayOnPurpose: Readonly<Record<string, string>> = {};
