/**
 * @param {string} line
 * @returns {Record<string, string | number | boolean>}
 */
export function parseLine(line) {
  return Object.fromEntries(line.split(' ').map((part) => part.split('=')));
}
