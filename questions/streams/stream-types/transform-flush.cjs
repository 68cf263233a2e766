/* ---
title: Lines out of chunks
difficulty: medium
teaches: flush runs after the last chunk and before end, so that is where a transform emits what it is still holding back; a StringDecoder keeps the first half of a character that a chunk boundary cut.
expect:
  - "line: café"
  - "line: two"
  - flush
  - "rest: three"
  - end
--- */
const { Transform } = require('node:stream');
const { StringDecoder } = require('node:string_decoder');

const decoder = new StringDecoder('utf8');
let rest = '';
const lines = new Transform({
  readableObjectMode: true,
  transform(chunk, encoding, done) {
    const parts = (rest + decoder.write(chunk)).split('\n');
    rest = parts.pop();
    for (const part of parts) this.push(`line: ${part}`);
    done();
  },
  flush(done) {
    console.log('flush');
    done(null, `rest: ${rest}${decoder.end()}`);
  },
});

lines.on('data', (line) => console.log(line));
lines.on('end', () => console.log('end'));
const bytes = Buffer.from('café\ntwo\nthree');
lines.write(bytes.subarray(0, 4)); // ends inside é
lines.write(bytes.subarray(4));
lines.end();
