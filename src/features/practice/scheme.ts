/** The scheme of read-only documents: visible tests, worked solutions. */
export const practiceScheme = 'loopwise-practice';
