/* ---
title: A base URL and what replaces its path
difficulty: medium
teaches: A relative path replaces the last segment of the base, a leading slash replaces the entire path, and two slashes replace the host.
expect:
  - "no slash: https://api.example.com/orders"
  - "slash at the end: https://api.example.com/v1/orders"
  - "slash in front: https://api.example.com/orders"
  - "two slashes: https://orders/"
  - "query: https://api.example.com/v1?page=2"
--- */
const resolve = (what, path, base) => console.log(`${what}: ${new URL(path, base).href}`);

resolve('no slash', 'orders', 'https://api.example.com/v1');
resolve('slash at the end', 'orders', 'https://api.example.com/v1/');
resolve('slash in front', '/orders', 'https://api.example.com/v1/');
resolve('two slashes', '//orders', 'https://api.example.com/v1/');
resolve('query', '?page=2', 'https://api.example.com/v1');
