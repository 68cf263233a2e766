export function all(values) {
  return new Promise((resolve, reject) => {
    const results = [];
    let pending = 0;
    for (const value of values) {
      const index = pending++;
      results.push(undefined);
      Promise.resolve(value).then((result) => {
        results[index] = result;
        pending -= 1;
        if (pending === 0) resolve(results);
      }, reject);
    }
    if (pending === 0) resolve(results);
  });
}
