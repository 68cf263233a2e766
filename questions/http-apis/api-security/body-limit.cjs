/* ---
title: A limit for JSON bodies
difficulty: medium
teaches: node:http has no body limit of its own, so count the bytes while you read and stop early; bad JSON is the client's mistake, a 400 and not a 500.
permissions: [net]
expect:
  - 200 hello Ada
  - 400 bad JSON
  - 413 too large
  - server closed
--- */
const http = require('node:http');

async function answerTo(req, limit) {
  const chunks = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size > limit) return [413, 'too large'];
    chunks.push(chunk);
  }
  try {
    return [200, `hello ${JSON.parse(Buffer.concat(chunks)).name}`];
  } catch {
    return [400, 'bad JSON'];
  }
}

const server = http.createServer(async (req, res) => {
  const [status, text] = await answerTo(req, 50);
  res.writeHead(status).end(text);
});

function post(body) {
  const options = { host: '127.0.0.1', port: server.address().port, method: 'POST', agent: false };
  return new Promise((resolve) => {
    const client = http.request(options, async (res) => {
      resolve(`${res.statusCode} ${(await res.toArray()).join('')}`);
    });
    client.end(body);
  });
}

server.listen(0, '127.0.0.1', async () => {
  console.log(await post('{ "name": "Ada" }'));
  console.log(await post('{ "name": '));
  console.log(await post(JSON.stringify({ name: 'A'.repeat(100) })));
  server.close(() => console.log('server closed'));
});
