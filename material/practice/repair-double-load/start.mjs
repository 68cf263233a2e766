/** @param {(key: string) => Promise<unknown>} load */
export function cached(load) {
  const values = new Map();
  const get = async (key) => {
    if (!values.has(key)) values.set(key, await load(key));
    return values.get(key);
  };
  get.forget = (key) => values.delete(key);
  return get;
}
