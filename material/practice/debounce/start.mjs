/**
 * @param {(...args: any[]) => void} work
 * @param {number} wait milliseconds
 * @returns {((...args: any[]) => void) & { cancel(): void, flush(): void }}
 */
export function debounce(work, wait) {
  const debounced = (...args) => {
    setTimeout(() => work(...args), wait);
  };
  debounced.cancel = () => {};
  debounced.flush = () => {};
  return debounced;
}
