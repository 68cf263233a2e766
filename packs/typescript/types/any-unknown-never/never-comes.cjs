/* ---
title: The case that can't happen, and then does
difficulty: hard
teaches: The compiler proves that a union is handled completely, but data from outside can hold another case, so the branch for never has to throw.
expect:
  - 'card: pay 3% fee'
  - 'invoice: pay undefined% fee'
  - 'checked: unknown method invoice'
--- */
// In TypeScript: type Method = 'card' | 'transfer'
function fee(method) {
  switch (method) {
    case 'card':
      return 3;
    case 'transfer':
      return 0;
  }
}

function checkedFee(method) {
  const known = fee(method);
  if (known === undefined) throw new Error(`unknown method ${method}`); // here it is `never`
  return known;
}

const [first, second] = JSON.parse('["card", "invoice"]');
console.log(`${first}: pay ${fee(first)}% fee`);
console.log(`${second}: pay ${fee(second)}% fee`);
try {
  checkedFee(second);
} catch (error) {
  console.log('checked:', error.message);
}
