/* ---
title: The events of one request
difficulty: medium
teaches: A handler starts when the headers have arrived, before the body; finish says that the response was handed to the operating system, close that the exchange is over.
permissions: [net]
expect:
  - headers are here
  - handler returns
  - "data: part one"
  - "data: part two"
  - end of the body
  - res.end returned
  - response finish
  - response close
--- */
const http = require('node:http');

const server = http.createServer((req, res) => {
  console.log('headers are here');
  req.on('data', (chunk) => console.log(`data: ${chunk}`));
  req.on('end', () => {
    console.log('end of the body');
    res.end('thanks');
    console.log('res.end returned');
  });
  res.on('close', () => console.log('response close'));
  res.on('finish', () => console.log('response finish'));
  console.log('handler returns');
});

server.listen(0, '127.0.0.1', () => {
  const options = { host: '127.0.0.1', port: server.address().port, method: 'POST' };
  const client = http.request(options, (res) => res.resume().on('end', () => server.close()));
  client.write('part one');
  client.end('part two');
});
