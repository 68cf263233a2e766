/* ---
title: Input that is not what it should be
difficulty: hard
teaches: Buffer.from does not complain about bad content. Hex stops at the first bad pair, numbers keep their lowest 8 bits, latin1 drops the high byte; so validate before you decode.
expect:
  - "hex 01zz02: 1 byte"
  - "hex abc: [171]"
  - "numbers: [0, 255, 1, 0]"
  - "latin1 euro: ac"
  - "encoding: ERR_UNKNOWN_ENCODING"
--- */
const list = (buffer) => `[${[...buffer].join(', ')}]`;

console.log(`hex 01zz02: ${Buffer.from('01zz02', 'hex').length} byte`);
console.log(`hex abc: ${list(Buffer.from('abc', 'hex'))}`);
console.log(`numbers: ${list(Buffer.from([256, -1, 1.9, 'x']))}`);
console.log(`latin1 euro: ${Buffer.from('€', 'latin1').toString('hex')}`);

try {
  Buffer.from('x', 'utf9');
} catch (error) {
  console.log(`encoding: ${error.code}`);
}
