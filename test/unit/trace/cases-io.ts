import { cjs, mjs } from './case.ts';

/** Files, streams, sockets, children and ports. */
export const ioCases = [
  cjs(
    'fs callbacks',
    `
const fs = require('node:fs');
fs.stat(__filename, () => {
  console.log('stat');
  fs.readFile(__filename, () => console.log('read'));
});`,
    ['stat: poll 3 api=fs.stat site=2 by=script', 'read: poll 4 api=fs.readFile'],
  ),
  cjs(
    'fs errors',
    `
require('node:fs').readFile('nothing', (error) => console.log(error.code));`,
    ['ENOENT: poll 1 api=fs.readFile site=1'],
  ),
  mjs(
    'fs promises',
    `
import { readFile, stat } from 'node:fs/promises';
const file = new URL(import.meta.url);
await stat(file);
console.log('stat');
await readFile(file);
console.log('read');`,
    [
      'stat: microtask 4 api=await after=poll site=3',
      'read: microtask 6 api=await after=poll site=5',
    ],
  ),
  cjs(
    'synchronous reading',
    `
require('node:fs').readFileSync(__filename);
console.log('read');`,
    ['read: main 2'],
  ),
  cjs(
    'what a callback of fs schedules',
    `
require('node:fs').access(__filename, () => {
  process.nextTick(() => console.log('tick'));
  queueMicrotask(() => console.log('microtask'));
  console.log('access');
});`,
    [
      'access: poll 4 api=fs.access',
      'tick: nextTick 2 after=poll by=fs.access',
      'microtask: microtask 3 after=poll by=fs.access',
    ],
  ),
  cjs(
    'the thread pool',
    `
const crypto = require('node:crypto');
const zlib = require('node:zlib');
crypto.pbkdf2('a', 'b', 1, 8, 'sha1', () => {
  console.log('hash');
  zlib.gzip('x', () => console.log('zip'));
});`,
    ['hash: poll 4 api=crypto.pbkdf2', 'zip: nextTick 5 after=poll api=stream_end'],
  ),
  cjs(
    'name look-up',
    `
require('node:dns').lookup('127.0.0.1', () => console.log('address'));`,
    ['address: nextTick 1'],
  ),
  cjs(
    'a readable stream',
    `
const { Readable } = require('node:stream');
const stream = new Readable({ read() { this.push('x'); this.push(null); } });
stream.on('data', () => console.log('data'));
stream.on('end', () => console.log('end'));
stream.on('close', () => console.log('close'));
console.log('sync');`,
    [
      'sync: main 6',
      'data: nextTick 3 api=stream_resume',
      'end: nextTick 4 api=stream_end',
      'close: nextTick 5 api=stream_close',
    ],
  ),
  cjs(
    'a writable stream',
    `
const { Writable } = require('node:stream');
const stream = new Writable({ write(chunk, encoding, done) { console.log('write'); done(); } });
stream.on('finish', () => console.log('finish'));
stream.end('x', () => console.log('ended'));
console.log('sync');`,
    ['write: main 2', 'sync: main 5', 'ended: nextTick 4 api=stream.end', 'finish: nextTick 3'],
  ),
  cjs(
    'a stream of a file',
    `
const stream = require('node:fs').createReadStream(__filename);
stream.on('open', () => console.log('open'));
stream.on('data', () => console.log('data'));
stream.on('end', () => console.log('end'));
stream.on('close', () => console.log('close'));`,
    ['open: poll 2', 'data: poll 3', 'end: nextTick 4 api=stream_end', 'close: nextTick 5'],
  ),
  cjs(
    'an iterated stream',
    `
const { Readable } = require('node:stream');
(async () => {
  for await (const chunk of Readable.from(['a', 'b'])) console.log(chunk);
})();`,
    ['a: microtask 3', 'b: microtask 3'],
  ),
  cjs(
    'a pipeline',
    `
const { Readable, PassThrough, pipeline } = require('node:stream');
pipeline(Readable.from(['a']), new PassThrough(), (error) => console.log('done', error)).resume();`,
    ['done undefined: nextTick 2'],
  ),
  cjs(
    'a server and a socket',
    `
const net = require('node:net');
const server = net.createServer((socket) => { console.log('connection'); socket.end('x'); });
server.listen(0, '127.0.0.1', () => {
  console.log('listening');
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('data', () => console.log('data'));
  client.on('close', () => { console.log('close'); server.close(() => console.log('closed')); });
});`,
    [
      'listening: nextTick 4 api=server.listen after=main',
      'connection: poll 2 api=server_connection',
      'data: poll 6 api=net.connect',
      'close: close 7 api=net.connect after=close',
      'closed: nextTick 7 api=server_close',
    ],
  ),
  cjs(
    'a refused connection',
    `
const net = require('node:net');
const server = net.createServer().listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  server.close(() => net.connect(port, '127.0.0.1').on('error', (error) => console.log(error.code)));
});`,
    ['ECONNREFUSED: nextTick 4'],
  ),
  cjs(
    'http on loopback',
    `
const http = require('node:http');
const server = http.createServer((request, response) => {
  console.log('request');
  response.end('x');
});
server.listen(0, '127.0.0.1', () => {
  http.get({ port: server.address().port, host: '127.0.0.1', agent: false }, (response) => {
    console.log('response');
    response.on('data', () => console.log('data')).on('end', () => { console.log('end'); server.close(); });
  });
});`,
    [
      'request: poll 3',
      'response: poll 8',
      'data: nextTick 9 api=stream_resume after=poll',
      'end: nextTick 9',
    ],
  ),
  cjs(
    'a child process',
    `
const { execFile } = require('node:child_process');
// It closes its output long before it ends: what comes last decides where the callback runs.
const child = execFile('sh', ['-c', 'exec >&- 2>&-; sleep 0.4'], () => console.log('callback'));
child.on('spawn', () => console.log('spawn'));
console.log('sync');`,
    ['sync: main 5', 'spawn: nextTick 4 api=child_process_spawn', 'callback: poll 3'],
  ),
  cjs(
    'a child that exits',
    `
const child = require('node:child_process').spawn('true', { stdio: 'ignore' });
child.on('exit', () => console.log('exit'));`,
    ['exit: poll 2 api=child_process.spawn'],
  ),
  cjs(
    'a child that writes itself',
    `
require('node:child_process').spawn('echo', ['from a child'], { stdio: 'inherit' })
  .on('exit', () => setTimeout(() => console.log('gone'), 50));`,
    ['from a child: - - from=process', 'gone: timers 2'],
  ),
  cjs(
    'a worker that prints',
    `
const { Worker } = require('node:worker_threads');
const worker = new Worker("console.log('inside')", { eval: true });
worker.on('exit', () => console.log('exit'));`,
    ['inside: - - from=worker', 'exit: poll 3'],
  ),
  cjs(
    // Not together with a line: the two come through different ports, in either order.
    'a worker that posts',
    `
const { Worker } = require('node:worker_threads');
const worker = new Worker("require('worker_threads').parentPort.postMessage(1)", { eval: true });
worker.on('message', () => console.log('message'));
worker.on('exit', () => console.log('exit'));`,
    ['message: poll 3', 'exit: poll 4'],
  ),
  cjs(
    'a message channel',
    `
const { port1, port2 } = new MessageChannel();
port2.onmessage = () => { console.log('message'); port2.close(); };
port1.postMessage(1);
console.log('sync');`,
    ['sync: main 4', 'message: poll 2 api=MessagePort'],
  ),
  cjs(
    'web streams',
    `
const stream = new ReadableStream({ start(controller) { controller.enqueue('x'); controller.close(); } });
(async () => { for await (const chunk of stream) console.log(chunk); console.log('end'); })();`,
    ['x: microtask 2', 'end: microtask 2'],
  ),
  cjs(
    'structuredClone and TextDecoder are synchronous',
    `
console.log(structuredClone({ a: 1 }).a);
console.log(new TextDecoder().decode(new Uint8Array([97])));`,
    ['1: main 1', 'a: main 2'],
  ),
];
