/* ---
title: The client leaves in the middle
difficulty: hard
teaches: When a client disconnects, res emits close without finish, and no error; that event is the place to cancel the work behind it.
permissions: [net]
expect:
  - server sends the first part
  - client reads and leaves
  - "close, all was sent: false"
  - query cancelled
  - server closed
--- */
const http = require('node:http');

const server = http.createServer((req, res) => {
  const query = setInterval(() => {}, 1000);

  res.on('finish', () => console.log('finish'));
  res.on('error', (error) => console.log(`error ${error.code}`));
  res.on('close', () => {
    console.log(`close, all was sent: ${res.writableFinished}`);
    clearInterval(query);
    console.log('query cancelled');
    server.close(() => console.log('server closed'));
  });

  console.log('server sends the first part');
  res.write('first part');
});

server.listen(0, '127.0.0.1', () => {
  const client = http.get({ host: '127.0.0.1', port: server.address().port }, (res) => {
    res.once('data', () => {
      console.log('client reads and leaves');
      res.destroy();
    });
  });
  client.on('error', () => {});
});
