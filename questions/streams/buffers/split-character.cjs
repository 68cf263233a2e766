/* ---
title: A chunk that ends in the middle of a character
difficulty: medium
teaches: Chunks can end anywhere, even inside a character. Use a decoder that keeps the rest, or join the chunks first; never decode chunk by chunk.
expect:
  - "chunk by chunk: 3 wrong characters"
  - 'decoder gives: "5 "'
  - 'decoder gives: "€"'
  - "joined first: 5 €"
--- */
const { StringDecoder } = require('node:string_decoder');

const bytes = Buffer.from('5 €');
const chunks = [bytes.subarray(0, 3), bytes.subarray(3)];

const wrong = chunks.map((chunk) => chunk.toString()).join('');
console.log(`chunk by chunk: ${wrong.split('\uFFFD').length - 1} wrong characters`);

const decoder = new StringDecoder('utf8');
for (const chunk of chunks) console.log(`decoder gives: "${decoder.write(chunk)}"`);

console.log(`joined first: ${Buffer.concat(chunks)}`);
