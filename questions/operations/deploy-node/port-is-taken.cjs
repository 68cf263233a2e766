/* ---
title: Two servers on one port
difficulty: easy
teaches: listen does not throw for a port that is taken; the server emits an error event, EADDRINUSE, which crashes the process if nobody listens for it.
permissions: [net]
expect:
  - first listens
  - second listen returned
  - 'second: EADDRINUSE'
  - first is closed
--- */
const http = require('node:http');

const first = http.createServer();
const second = http.createServer();

second.on('error', (error) => {
  console.log(`second: ${error.code}`);
  first.close(() => console.log('first is closed'));
});

first.listen(0, '127.0.0.1', () => {
  console.log('first listens');
  try {
    second.listen(first.address().port, '127.0.0.1', () => console.log('second listens'));
    console.log('second listen returned');
  } catch (error) {
    console.log(`caught: ${error.code}`);
  }
});
