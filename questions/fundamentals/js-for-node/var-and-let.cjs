/* ---
title: A loop that creates three callbacks
difficulty: easy
teaches: var creates one variable for the whole function, which all closures share and see at its last value; let creates a new one for each iteration.
expect:
  - 'after the loops, i is 3'
  - 'with var: 3, 3, 3'
  - 'with let: 0, 1, 2'
--- */
const seen = { var: [], let: [] };

for (var i = 0; i < 3; i++) setTimeout(() => seen.var.push(i), 0);
for (let j = 0; j < 3; j++) setTimeout(() => seen.let.push(j), 0);
console.log(`after the loops, i is ${i}`);

setTimeout(() => {
  console.log(`with var: ${seen.var.join(', ')}`);
  console.log(`with let: ${seen.let.join(', ')}`);
}, 20);
