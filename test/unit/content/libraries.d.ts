/* What the tests of the pages use of the libraries that pages name; they bring no types along. */

declare module 'express5' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  type Next = (error?: unknown) => void;
  type Handler = (request: IncomingMessage, response: Response, next: Next) => unknown;

  interface Response extends ServerResponse {
    sendStatus(status: number): this;
  }
  interface Router {
    (request: never, response: never, done: () => void): void;
    use(handler: Handler): void;
    get(path: string, handler: Handler): void;
    post(path: string, handler: Handler): void;
  }
  interface App extends Router {
    listen(port: number, host: string): Server;
  }
  const express: {
    (): App;
    Router(): Router;
    json(options?: { limit: string }): Handler;
  };
  export default express;
}

declare module 'express4' {
  export { default } from 'express5';
}

declare module 'koa-compose' {
  type Step = (context: unknown, next: () => Promise<unknown>) => unknown;
  export default function compose(steps: readonly Step[]): (context: unknown) => Promise<unknown>;
}
