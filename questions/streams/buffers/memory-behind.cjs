/* ---
title: The memory behind a small Buffer
difficulty: devilish
teaches: Small Buffers are cut from one shared pool, so buffer.buffer is much larger than the Buffer; if you pass on the ArrayBuffer, pass on the offset and length too, or make a copy.
expect:
  - "Buffer.from: a pool, far more than 6 bytes"
  - "with offset and length: secret"
  - "Buffer.alloc: memory of its own, 6 bytes"
  - "new Uint8Array: memory of its own, 6 bytes"
--- */
function behind({ buffer }) {
  const size = buffer.byteLength;
  return size > 1000 ? 'a pool, far more than 6 bytes' : `memory of its own, ${size} bytes`;
}

const secret = Buffer.from('secret');
console.log(`Buffer.from: ${behind(secret)}`);

const exact = new Uint8Array(secret.buffer, secret.byteOffset, secret.length);
console.log(`with offset and length: ${new TextDecoder().decode(exact)}`);

console.log(`Buffer.alloc: ${behind(Buffer.alloc(6))}`);
console.log(`new Uint8Array: ${behind(new Uint8Array(secret))}`);
