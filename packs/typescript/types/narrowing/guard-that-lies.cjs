/* ---
title: A type guard that checks too little
difficulty: medium
teaches: The compiler trusts a type guard; what it does not check fails later, far from the guard.
expect:
  - 'guard says: true'
  - 'first: 2 items'
  - 'guard also says: true'
  - 'second: items.filter is not a function'
--- */
// In TypeScript: (value: any): value is { items: string[] }
const isCart = (value) => value !== null && typeof value === 'object' && 'items' in value;

function count(cart) {
  try {
    return `${cart.items.filter(Boolean).length} items`;
  } catch (error) {
    return error.message.replace('cart.', '');
  }
}

const first = JSON.parse('{"items":["pen","ink"]}');
console.log('guard says:', isCart(first));
console.log('first:', count(first));

const second = JSON.parse('{"items":"pen"}');
console.log('guard also says:', isCart(second));
console.log('second:', count(second));
