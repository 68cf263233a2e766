export function cached(load) {
  const loads = new Map();
  const get = (key) => {
    const known = loads.get(key);
    if (known) return known;
    const loading = (async () => load(key))();
    loads.set(key, loading);
    loading.catch(() => {
      if (loads.get(key) === loading) loads.delete(key);
    });
    return loading;
  };
  get.forget = (key) => loads.delete(key);
  return get;
}
