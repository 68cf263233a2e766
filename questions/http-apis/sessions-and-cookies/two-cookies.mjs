/* ---
title: Two cookies in one response
difficulty: easy
teaches: Setting a header again replaces it, so several cookies need a list (or appendHeader); get() would join them into one string, while getSetCookie() keeps them apart.
permissions: [net]
expect:
  - "/twice: lang=en"
  - "/list: sid=7; HttpOnly | lang=en"
  - "the browser sends back: sid=7; lang=en"
--- */
import { once } from 'node:events';
import { createServer } from 'node:http';

const server = createServer((req, res) => {
  if (req.url === '/twice') {
    res.setHeader('Set-Cookie', 'sid=7; HttpOnly');
    res.setHeader('Set-Cookie', 'lang=en');
  } else {
    res.setHeader('Set-Cookie', ['sid=7; HttpOnly', 'lang=en']);
  }
  res.end();
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;

let cookies = [];
for (const path of ['/twice', '/list']) {
  const res = await fetch(origin + path);
  cookies = res.headers.getSetCookie();
  console.log(`${path}: ${cookies.join(' | ')}`);
}

const pairs = cookies.map((cookie) => cookie.split(';')[0]);
console.log(`the browser sends back: ${pairs.join('; ')}`);

server.close();
server.closeAllConnections();
