/* ---
title: A limit for JSON bodies
difficulty: medium
teaches: node:http doesn't limit bodies itself, so count the bytes while you read, stop early, and close the connection; bad JSON is the client's mistake, a 400 and not a 500.
permissions: [net]
expect:
  - 200 hello Ada, keep-alive
  - 400 bad JSON, keep-alive
  - 413 too large, close
  - server closed
decoys:
  - '400 too large, close'
  - '500 bad JSON, keep-alive'
--- */
const http = require('node:http');

async function responseTo(req, limit) {
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of req) {
      size += chunk.length;
      if (size > limit) return [413, 'too large'];
      chunks.push(chunk);
    }
  } catch {
    return []; // the client went away
  }
  try {
    return [200, `hello ${JSON.parse(Buffer.concat(chunks)).name}`];
  } catch {
    return [400, 'bad JSON'];
  }
}

const server = http.createServer(async (req, res) => {
  const [status, text] = await responseTo(req, 50);
  if (status === undefined) return;
  // The unread rest of the body would hold up the next request on this connection.
  if (status === 413) res.setHeader('connection', 'close');
  res.writeHead(status).end(text);
});
const agent = new http.Agent({ keepAlive: true });

function post(body) {
  const options = { host: '127.0.0.1', port: server.address().port, method: 'POST', agent };
  return new Promise((resolve) => {
    const client = http.request(options, async (res) => {
      const text = (await res.toArray()).join('');
      resolve(`${res.statusCode} ${text}, ${res.headers.connection}`);
    });
    client.end(body);
  });
}

server.listen(0, '127.0.0.1', async () => {
  console.log(await post('{ "name": "Ada" }'));
  console.log(await post('{ "name": '));
  console.log(await post(JSON.stringify({ name: 'A'.repeat(100) })));
  agent.destroy();
  server.close(() => console.log('server closed'));
});
