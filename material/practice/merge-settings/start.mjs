/**
 * @param {object} defaults
 * @param {object} settings
 */
export function merge(defaults, settings) {
  return Object.assign(defaults, settings);
}
