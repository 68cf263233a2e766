/* ---
title: Five ways to read a port
difficulty: medium
teaches: An empty variable is a string, so the ?? operator keeps it and Number turns it into 0, and parseInt accepts trailing garbage; check the text itself before you convert it.
expect:
  - 'empty, ??: 0'
  - 'empty, ||: 8080'
  - 'missing, ??: 8080'
  - 'typo, parseInt: 80'
  - 'typo, Number: NaN'
--- */
process.env.EMPTY = '';
process.env.TYPO = '80O0'; // a letter in it

console.log('empty, ??:', Number(process.env.EMPTY ?? 8080));
console.log('empty, ||:', Number(process.env.EMPTY || 8080));
console.log('missing, ??:', Number(process.env.MISSING ?? 8080));
console.log('typo, parseInt:', parseInt(process.env.TYPO, 10));
console.log('typo, Number:', Number(process.env.TYPO));
