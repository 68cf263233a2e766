/** Of documents that can only be read: visible tests, worked solutions. */
export const practiceScheme = 'loopwise-practice';
