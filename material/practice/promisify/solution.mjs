export function promisify(original) {
  if (typeof original !== 'function') throw new TypeError('promisify takes a function');
  return function (...args) {
    return new Promise((resolve, reject) => {
      original.call(this, ...args, (error, value) => {
        if (error) reject(error);
        else resolve(value);
      });
    });
  };
}
