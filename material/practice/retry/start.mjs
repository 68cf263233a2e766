/**
 * @template T
 * @param {(attempt: number) => Promise<T>} work
 * @param {{
 *   times: number,
 *   first: number,
 *   wait: (milliseconds: number) => Promise<void>,
 *   worthIt?: (error: unknown) => boolean,
 * }} options
 * @returns {Promise<T>}
 */
export async function retry(work, { times, first, wait, worthIt = () => true }) {
  throw new Error('Write this.');
}
