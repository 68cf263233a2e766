/* ---
title: Clearing a variable with undefined
difficulty: easy
teaches: process.env holds strings only and converts what you assign, so undefined and false become non-empty, truthy strings; delete is what removes a variable.
expect:
  - 'TOKEN: undefined, a string'
  - 'there is a token: true'
  - 'debug mode is on: true'
  - 'after delete: undefined, a undefined'
--- */
process.env.TOKEN = undefined;
console.log(`TOKEN: ${process.env.TOKEN}, a ${typeof process.env.TOKEN}`);
console.log(`there is a token: ${Boolean(process.env.TOKEN)}`);

process.env.DEBUG_MODE = false;
console.log(`debug mode is on: ${process.env.DEBUG_MODE ? true : false}`);

delete process.env.TOKEN;
console.log(`after delete: ${process.env.TOKEN}, a ${typeof process.env.TOKEN}`);
