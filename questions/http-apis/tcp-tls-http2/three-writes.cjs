/* ---
title: Three writes, how many chunks?
difficulty: medium
teaches: TCP is a stream of bytes, so writes may arrive together or in parts; the lines are found by their delimiter, whatever the chunks were.
permissions: [net]
race: TCP may deliver three writes in one chunk, in two or in three.
expect:
  - three writes were made
  - alt: ["chunks: 1", "chunks: 2", "chunks: 3"]
  - "line: one"
  - "line: two"
  - "line: three"
--- */
const net = require('node:net');

const server = net.createServer((socket) => {
  let text = '';
  let chunks = 0;
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => {
    chunks += 1;
    text += chunk;
  });
  socket.on('end', () => {
    console.log(`chunks: ${chunks}`);
    for (const line of text.trim().split('\n')) console.log(`line: ${line}`);
    server.close();
  });
});

server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    client.write('one\n');
    client.write('two\n');
    client.write('three\n');
    console.log('three writes were made');
    client.end();
  });
});
