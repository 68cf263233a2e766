/* ---
title: The headers arrive, the body never ends
difficulty: medium
teaches: A signal covers the body too; AbortSignal.any passes on the reason of whichever signal fires first.
permissions: [net]
expect:
  - "/a: headers 200"
  - "/a: TimeoutError"
  - "/b: headers 200"
  - "/b: the user left"
--- */
import { once } from 'node:events';
import { createServer } from 'node:http';

const server = createServer((req, res) => res.write('the first half'));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${server.address().port}`;

async function read(path, signal, onHeaders) {
  try {
    const res = await fetch(`${origin}${path}`, { signal });
    console.log(`${path}: headers ${res.status}`);
    onHeaders?.();
    await res.text();
    console.log(`${path}: complete`);
  } catch (error) {
    console.log(`${path}: ${error.name === 'TimeoutError' ? error.name : error.message}`);
  }
}

await read('/a', AbortSignal.timeout(1000));

const user = new AbortController();
const either = AbortSignal.any([user.signal, AbortSignal.timeout(10_000)]);
await read('/b', either, () => setTimeout(() => user.abort(new Error('the user left')), 50));

server.close();
server.closeAllConnections();
