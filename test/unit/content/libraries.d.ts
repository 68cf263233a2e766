/* What the tests of the pages use of the libraries that pages name; they bring no types along. */

declare module 'express5' {
  import type { IncomingMessage, Server, ServerResponse } from 'node:http';

  type Next = (error?: unknown) => unknown;
  type Handler = (request: Request, response: Response, next: Next) => unknown;

  interface Request extends IncomingMessage {
    readonly body?: unknown;
    query: object;
    /** A wildcard's value is an array of segments. */
    readonly params: Readonly<Record<string, string | readonly string[]>>;
  }
  interface Response extends ServerResponse {
    sendStatus(status: number): this;
    json(value: unknown): this;
  }
  interface Router {
    (request: never, response: never, done: () => void): void;
    use(handler: Handler): void;
    get(path: string, handler: Handler): void;
    post(path: string, handler: Handler): void;
  }
  interface App extends Router {
    set(setting: string, value: string): void;
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

declare module 'koa' {
  import type { Server } from 'node:http';

  export default class Koa {
    silent: boolean;
    use(step: (context: { body: unknown }, next: () => Promise<unknown>) => unknown): this;
    listen(port: number, host: string): Server;
  }
}

declare module 'jsonwebtoken' {
  import type { KeyObject } from 'node:crypto';

  const jsonwebtoken: {
    sign(claims: object, key: KeyObject | string, options: { algorithm: string }): string;
    verify(token: string, key: KeyObject | string, options: { algorithms: string[] }): object;
  };
  export default jsonwebtoken;
}
