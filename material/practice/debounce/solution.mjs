export function debounce(work, wait) {
  let waiting;

  const run = () => {
    const { args, self } = waiting;
    waiting = undefined;
    work.apply(self, args);
  };

  function debounced(...args) {
    debounced.cancel();
    waiting = { args, self: this, timer: setTimeout(run, wait) };
  }

  debounced.cancel = () => {
    clearTimeout(waiting?.timer);
    waiting = undefined;
  };

  debounced.flush = () => {
    if (!waiting) return;
    clearTimeout(waiting.timer);
    run();
  };

  return debounced;
}
