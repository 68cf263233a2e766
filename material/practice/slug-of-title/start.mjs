/**
 * @param {string} title
 * @param {number} [longest]
 */
export function slug(title, longest = 60) {
  return title.toLowerCase().replace(' ', '-');
}
