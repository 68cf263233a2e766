/* ---
title: From a request to a socket
difficulty: hard
teaches: An upgrade never reaches the request handler; after the 101 both sides send frames over the same TCP connection, and the client's are masked. (Node has had a WebSocket client since 22.)
permissions: [net]
expect:
  - "server: upgrade /chat"
  - "client: open"
  - "client: hello"
  - "server: close frame, masked"
  - "client: closed with 1000"
variants:
  - to: 21
    expect:
      - this Node has no WebSocket client
--- */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'; // from RFC 6455
const frame = (opcode, payload) => Buffer.concat([Buffer.from([0x80 | opcode, payload.length]), payload]);

const server = createServer((req, res) => {
  console.log(`server: request ${req.url}`);
  res.end();
});

server.on('upgrade', (req, socket) => {
  console.log(`server: upgrade ${req.url}`);
  const key = req.headers['sec-websocket-key'];
  const accept = createHash('sha1').update(key + magic).digest('base64');
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n');
  socket.write(`Sec-WebSocket-Accept: ${accept}\r\n\r\n`);
  socket.write(frame(1, Buffer.from('hello')));
  socket.once('data', ([first, second]) => {
    const what = (first & 0x0f) === 8 ? 'close frame' : 'other frame';
    console.log(`server: ${what}, ${second & 0x80 ? 'masked' : 'not masked'}`);
    socket.end(frame(8, Buffer.from([0x03, 0xe8])));
  });
});

if (typeof WebSocket === 'undefined') {
  console.log('this Node has no WebSocket client');
} else {
  server.listen(0, '127.0.0.1', () => {
    const ws = new WebSocket(`ws://127.0.0.1:${server.address().port}/chat`);
    ws.onopen = () => console.log('client: open');
    ws.onmessage = ({ data }) => {
      console.log(`client: ${data}`);
      ws.close(1000);
    };
    ws.onclose = ({ code }) => {
      console.log(`client: closed with ${code}`);
      server.close();
    };
  });
}
