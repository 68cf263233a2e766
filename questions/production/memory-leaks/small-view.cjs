/* ---
title: Sixteen bytes that keep a megabyte
difficulty: hard
teaches: subarray is a view of the same memory, so a small view that is stored keeps the whole buffer alive; a copy does not.
expect:
  - 'view: 16 bytes, keeps 1048576'
  - 'copy: 16 bytes, keeps 16'
  - 'view reads 7, copy reads 0'
--- */
const body = Buffer.alloc(1024 * 1024);

const view = body.subarray(0, 16);
const copy = Uint8Array.from(view);
for (const [name, id] of Object.entries({ view, copy })) {
  console.log(`${name}: ${id.length} bytes, keeps ${id.buffer.byteLength}`);
}

body[0] = 7;
console.log(`view reads ${view[0]}, copy reads ${copy[0]}`);
