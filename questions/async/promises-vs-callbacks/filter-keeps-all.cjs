/* ---
title: filter with an async function
difficulty: easy
teaches: An async function returns a promise, and every object is truthy, so filter keeps all items; await the results first, then filter.
expect:
  - 'kept by filter: 1, 2, 3'
  - 'kept after Promise.all: 2'
--- */
const isEven = async (number) => number % 2 === 0;

async function main() {
  const numbers = [1, 2, 3];
  console.log('kept by filter:', numbers.filter(isEven).join(', '));

  const verdicts = await Promise.all(numbers.map(isEven));
  const even = numbers.filter((number, index) => verdicts[index]);
  console.log('kept after Promise.all:', even.join(', '));
}

main();
