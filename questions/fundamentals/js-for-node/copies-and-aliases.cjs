/* ---
title: Three ways to copy an order
difficulty: medium
teaches: Assigning copies the reference, spreading copies one level, and structuredClone copies everything; Object.freeze protects one level, and const only the variable.
expect:
  - 'alias: paid'
  - 'spread: open'
  - 'spread, items: tea, milk'
  - 'clone, items: tea'
  - 'frozen, items: tea, milk, sugar'
--- */
const order = { state: 'open', items: ['tea'] };

const alias = order;
const spread = { ...order };
const clone = structuredClone(order);
const frozen = Object.freeze({ ...order });

order.state = 'paid'; // const protects the variable, not the object
order.items.push('milk');

console.log(`alias: ${alias.state}`);
console.log(`spread: ${spread.state}`);
console.log(`spread, items: ${spread.items.join(', ')}`);
console.log(`clone, items: ${clone.items.join(', ')}`);

frozen.items.push('sugar'); // only the outer object is frozen
console.log(`frozen, items: ${frozen.items.join(', ')}`);
