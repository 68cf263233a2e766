/* ---
title: An async handler of node:http that fails
difficulty: easy
teaches: createServer calls the handler and ignores the promise it returns, so the client gets no response and the failure crashes the process.
permissions: [net]
expect:
  - server listens
  - handler starts
  - uncaught: "Error: no connection"
  - exit: 1
--- */
const http = require('node:http');

const server = http.createServer(async (request, response) => {
  console.log('handler starts');
  const user = await findUser();
  response.end(user);
});

async function findUser() {
  throw new Error('no connection');
}

server.listen(0, '127.0.0.1', () => {
  console.log('server listens');
  http.get({ host: '127.0.0.1', port: server.address().port })
    .on('error', (error) => console.log(`client: ${error.code}`));
});
