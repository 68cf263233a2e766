/**
 * @template T
 * @param {Iterable<T | PromiseLike<T>>} values
 * @returns {Promise<T[]>}
 */
export function all(values) {
  return new Promise((resolve, reject) => {
    const results = [];
    values.forEach((value) => value.then((result) => results.push(result)));
    resolve(results);
  });
}
