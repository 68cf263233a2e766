/* ---
title: Timers created in a loop, with var and with let
difficulty: easy
teaches: A var is one variable for the whole loop, so callbacks that run later see its last value; let creates a new one for each iteration.
expect:
  - 'let: 0'
  - 'let: 1'
  - 'var: 2, first timer'
  - 'var: 2, second timer'
--- */
const names = ['first', 'second'];

for (let i = 0; i < 2; i += 1) {
  setTimeout(() => console.log(`let: ${i}`), 0);
}

for (var j = 0; j < 2; j += 1) {
  setTimeout((name) => console.log(`var: ${j}, ${name} timer`), 0, names[j]);
}
