/**
 * Facts as JSON in a message to a model. Within JSON no string can end what surrounds it. Signs that nobody can
 * see, which may hold a hidden text, are written as escapes.
 */
export const jsonText = (facts: object): string =>
  JSON.stringify(facts, undefined, 1).replace(/[\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, escaped);

const escaped = (sign: string): string =>
  Array.from(
    { length: sign.length },
    (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
