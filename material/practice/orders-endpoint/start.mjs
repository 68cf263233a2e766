import { createServer } from 'node:http';

export function createApp() {
  return createServer((request, response) => {
    response.statusCode = 501;
    response.end();
  });
}
