/**
 * @param {(...args: any[]) => void} original
 * @returns {(...args: any[]) => Promise<any>}
 */
export function promisify(original) {
  return (...args) => {
    let outcome;
    original(...args, (error, value) => {
      outcome = value;
    });
    return Promise.resolve(outcome);
  };
}
