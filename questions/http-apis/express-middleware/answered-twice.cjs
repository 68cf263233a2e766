/* ---
title: One response, and then another
difficulty: medium
teaches: res.end() does not leave the function. The handler keeps running, and the first change of the headers after that throws ERR_HTTP_HEADERS_SENT; return after you respond.
permissions: [net]
expect:
  - "headers sent: true"
  - ERR_HTTP_HEADERS_SENT
  - handler returns
  - "client: 400 no name"
--- */
const http = require('node:http');

const server = http.createServer((req, res) => {
  const name = new URLSearchParams(req.url.split('?')[1]).get('name');
  if (!name) res.writeHead(400).end('no name');

  console.log(`headers sent: ${res.headersSent}`);
  try {
    res.setHeader('content-type', 'text/plain');
    res.end(`hello ${name}`);
  } catch (error) {
    console.log(error.code);
  }
  console.log('handler returns');
});

server.listen(0, '127.0.0.1', () => {
  http.get({ host: '127.0.0.1', port: server.address().port }, async (res) => {
    const text = (await res.toArray()).join('');
    console.log(`client: ${res.statusCode} ${text}`);
    server.close();
  });
});
