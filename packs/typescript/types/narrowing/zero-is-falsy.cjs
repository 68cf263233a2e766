/* ---
title: A limit of zero
difficulty: easy
teaches: A truthy check and `||` treat 0 like a missing value; `??` and a comparison with undefined do not.
expect:
  - 'if: no limit'
  - 'or: 100'
  - 'nullish: 0'
  - 'default: 0'
  - 'null is not undefined: null'
--- */
// In TypeScript: limit?: number | null
const { limit } = JSON.parse('{"limit":0}');

console.log('if:', limit ? `limit ${limit}` : 'no limit');
console.log('or:', limit || 100);
console.log('nullish:', limit ?? 100);

const withDefault = (value = 100) => value;
console.log('default:', withDefault(limit));
console.log('null is not undefined:', withDefault(null));
