/* ---
title: Lines out of chunks
difficulty: medium
teaches: flush runs after the last chunk and before end, so it is the place to send what a transform still holds back.
expect:
  - "line: one"
  - "line: two"
  - flush
  - "rest: three"
  - end
--- */
const { Transform } = require('node:stream');

let rest = '';
const lines = new Transform({
  readableObjectMode: true,
  transform(chunk, encoding, done) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop();
    for (const part of parts) this.push(`line: ${part}`);
    done();
  },
  flush(done) {
    console.log('flush');
    done(null, `rest: ${rest}`);
  },
});

lines.on('data', (line) => console.log(line));
lines.on('end', () => console.log('end'));
for (const chunk of ['on', 'e\ntw', 'o\nthree']) lines.write(chunk);
lines.end();
