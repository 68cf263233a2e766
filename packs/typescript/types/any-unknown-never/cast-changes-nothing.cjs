/* ---
title: A number that was only asserted
difficulty: easy
teaches: A cast with `as` produces no code, so the value stays what it was; only a conversion or a check makes it a number.
expect:
  - 'type: string'
  - 'sum: 415'
  - 'product: 60'
  - 'converted: 19'
--- */
const body = JSON.parse('{"quantity":"4"}');
const quantity = body.quantity; // In TypeScript: body.quantity as number

console.log('type:', typeof quantity);
console.log('sum:', quantity + 15);
console.log('product:', quantity * 15);
console.log('converted:', Number(quantity) + 15);
