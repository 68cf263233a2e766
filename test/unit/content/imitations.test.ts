import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import DataLoader from 'dataloader';
import express4 from 'express4';
import express5 from 'express5';
import compose from 'koa-compose';
import { exampleOf, fragmentOf, part, snippetCode, valueOf } from './page-code.ts';

/* The small routers and loaders that pages show in the place of a library, against the library. */

type Next = (problem?: unknown) => void;
type Step = (...args: never[]) => unknown;
type Log = (line: string) => void;

/** Chains as Express takes them, each made with a log of its own. */
const scenarios: Record<string, (log: Log) => Step[]> = {
  'every step calls next': (log) => [
    (_req: object, _res: object, next: Next) => {
      log('a');
      next();
      log('a, after');
    },
    (_req: object, _res: object, next: Next) => {
      log('b');
      next();
      log('b, after');
    },
    () => log('handler'),
    () => log('not reached'),
  ],
  'a step does neither': (log) => [() => log('silent'), () => log('not reached')],
  'an error is passed on': (log) => [
    (_req: object, _res: object, next: Next) => next(new Error('one')),
    () => log('skipped'),
    (error: Error, _req: object, _res: object, next: Next) => {
      log(error.message);
      next(error);
    },
    () => log('skipped as well'),
    (error: Error, _req: object, _res: object, _next: Next) => log(`last: ${error.message}`),
  ],
  'a step throws': (log) => [
    () => {
      throw new Error('thrown');
    },
    (error: Error, _req: object, _res: object, _next: Next) => log(error.message),
  ],
  'error middleware throws another error': (log) => [
    (_req: object, _res: object, next: Next) => next(new Error('one')),
    (_error: Error, _req: object, _res: object, _next: Next) => {
      throw new Error('two');
    },
    (error: Error, _req: object, _res: object, _next: Next) => log(error.message),
  ],
  'next() in error middleware clears the error': (log) => [
    (_req: object, _res: object, next: Next) => next(new Error('one')),
    (error: Error, _req: object, _res: object, next: Next) => {
      log(error.message);
      next();
    },
    (_error: Error, _req: object, _res: object, _next: Next) => log('second error middleware'),
    () => log('ordinary again'),
  ],
  'three parameters are not error middleware': (log) => [
    (_req: object, _res: object, next: Next) => next(new Error('one')),
    (_error: Error, _req: object, _res: object) => log('three'),
    (_error: Error, _req: object, _res: object, _next: Next) => log('four'),
  ],
  'error middleware without an error is skipped': (log) => [
    (_error: Error, _req: object, _res: object, _next: Next) => log('error middleware'),
    () => log('handler'),
  ],
  'a falsy reason is not an error': (log) => [
    (_req: object, _res: object, next: Next) => next(0),
    (_req: object, _res: object, next: Next) => next(''),
    () => log('handler'),
  ],
};

/** Only Express 5 forwards these. */
const rejections: Record<string, (log: Log) => Step[]> = {
  'an async step rejects': (log) => [
    async () => Promise.reject(new Error('rejected')),
    () => log('skipped'),
    (error: Error, _req: object, _res: object, _next: Next) => log(error.message),
  ],
  'an async step rejects without a reason': (log) => [
    async () => {
      await turn();
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is the point
      throw undefined;
    },
    () => log('skipped'),
    (error: Error, _req: object, _res: object, _next: Next) => log(error.message),
  ],
  'async error middleware rejects': (log) => [
    (_req: object, _res: object, next: Next) => next(new Error('one')),
    async (_error: Error, _req: object, _res: object, _next: Next) =>
      Promise.reject(new Error('two')),
    (error: Error, _req: object, _res: object, _next: Next) => log(error.message),
  ],
  'an async step goes on and is not awaited': (log) => [
    async (_req: object, _res: object, next: Next) => {
      next();
      log('after next');
      await turn();
      log('later');
    },
    async () => {
      log('handler');
      await turn();
    },
  ],
};

const routers = { 'Express 4': express4, 'Express 5': express5 };

async function logOf(
  make: (log: Log) => Step[],
  run: (chain: Step[]) => unknown,
): Promise<string[]> {
  const lines: string[] = [];
  run(make((line) => lines.push(line)));
  for (let turns = 0; turns < 5; turns++) await turn();
  return lines;
}

function runInExpress(express: typeof express5, chain: readonly Step[]): void {
  const router = express.Router();
  for (const step of chain) router.use(step as never);
  router({ method: 'GET', url: '/', headers: {} } as never, {} as never, () => undefined);
}

describe('A small router behaves like Express', () => {
  const example = part(exampleOf('http-apis/express-middleware'), 'function run', '\nrun(');
  const small = part(
    snippetCode('async/express-async-errors/small-router.cjs'),
    'function run',
    '\nrun(',
  );
  const error = part(
    snippetCode('http-apis/express-middleware/error-middleware.cjs'),
    'function run',
    '\nrun(',
  );
  type Run = (...args: unknown[]) => unknown;
  const silent = { log: () => undefined };

  for (const [version, express] of Object.entries(routers)) {
    for (const [name, make] of Object.entries(scenarios)) {
      it(`the example of express-middleware, ${version}: ${name}`, async () => {
        const own = await logOf(make, (chain) =>
          (valueOf(example, 'run', { chain, console: silent }) as Run)({}, {}),
        );
        assert.deepEqual(own, await logOf(make, (chain) => runInExpress(express, chain)));
        assert.ok(own.length > 0);
      });
    }
  }

  for (const [name, make] of Object.entries({ ...scenarios, ...rejections })) {
    it(`small-router, Express 5: ${name}`, async () => {
      const own = await logOf(make, (chain) => (valueOf(small, 'run') as Run)(chain, {}));
      assert.deepEqual(own, await logOf(make, (chain) => runInExpress(express5, chain)));
      assert.ok(own.length > 0);
    });
  }

  it('the chain of error-middleware prints in Express what the snippet prints', async () => {
    const code = part(
      snippetCode('http-apis/express-middleware/error-middleware.cjs'),
      'const chain',
      '\nfunction',
    );
    const make = (log: Log) => valueOf(code, 'chain', { console: { log } }) as Step[];
    const own = await logOf(make, (chain) => (valueOf(error, 'run', { chain }) as Run)(0));
    for (const express of Object.values(routers)) {
      assert.deepEqual(await logOf(make, (chain) => runInExpress(express, chain)), own);
    }
  });

  for (const snippet of ['before-and-after', 'async-next']) {
    it(`the chain of ${snippet} prints in Express what the snippet prints`, async () => {
      const whole = snippetCode(`http-apis/express-middleware/${snippet}.cjs`);
      const code = part(whole, 'const chain', '\nconst run');
      const own: string[] = [];
      valueOf(whole, '0', { console: { log: (line: string) => own.push(line) } });
      for (let turns = 0; turns < 5; turns++) await turn();
      const steps = (log: Log) =>
        (valueOf(code, 'chain', { console: { log } }) as ((next: Next) => unknown)[]).map(
          (step) => (_req: object, _res: object, next: Next) => step(next),
        );
      const wanted = own.filter((line) => !/^chain|^script/.test(line));
      const inExpress = await logOf(steps, (chain) => runInExpress(express5, chain));
      // Express returns no promise from next, so nothing waits for the handler.
      const early = (lines: string[]) => lines.filter((line) => line !== 'transaction: close');
      assert.deepEqual(early(inExpress), early(wanted));
      if (snippet === 'async-next') {
        const onion = await logOf(steps, (chain) => {
          const run = chain as unknown as readonly ((...args: unknown[]) => unknown)[];
          return compose(run.map((step) => (_context, next) => step({}, {}, next)))({});
        });
        assert.deepEqual(onion, wanted);
      }
    });
  }
});

describe('The code of express-async-errors', () => {
  class HttpError extends Error {
    readonly status: number;
    constructor(status: number, message: string) {
      super(message);
      this.status = status;
    }
  }
  const middleware = valueOf(
    `let handler; const app = { use(one) { handler = one; } };\n${fragmentOf('async/express-async-errors', 'headersSent')}`,
    'handler',
    { HttpError, STATUS_CODES },
  );
  const wrap = valueOf(
    part(fragmentOf('async/express-async-errors', 'const wrap'), 'const wrap', '\napp.get'),
    'wrap',
  ) as (handler: () => Promise<unknown>) => never;

  for (const [version, express] of Object.entries(routers)) {
    it(`gives clients the right status, ${version}`, async () => {
      const app = express();
      app.use((request, _response, next) => {
        Object.assign(request, { id: 'a1', log: { error: () => undefined } });
        next();
      });
      app.use(express.json({ limit: '1kb' }));
      app.get('/users/:id', (_request, response) => void response.end());
      app.get(
        '/known',
        wrap(async () => Promise.reject(new HttpError(409, 'taken'))),
      );
      app.get(
        '/foreign',
        wrap(async () => Promise.reject(Object.assign(new Error('x'), { status: 404 }))),
      );
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- on purpose
      const nothing = () => Promise.reject(undefined);
      app.get('/nothing', wrap(nothing));
      app.get(
        '/decoding',
        wrap(async () => Promise.resolve(decodeURIComponent('%E0'))),
      );
      app.post('/', (_request, response) => void response.end());
      app.use(middleware as never);
      const server = app.listen(0, '127.0.0.1');
      await new Promise((resolve) => server.on('listening', resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const headers = { 'content-type': 'application/json' };
      const status = async (path: string, body?: string) => {
        const response = await fetch(
          url + path,
          body === undefined ? {} : { method: 'POST', headers, body },
        );
        return [response.status, ((await response.json()) as { detail: string }).detail];
      };
      const fixed = 'Something went wrong on our side';
      try {
        assert.deepEqual(await status('/known'), [409, 'taken']);
        assert.deepEqual(await status('/foreign'), [500, fixed]);
        assert.deepEqual(await status('/nothing'), [500, fixed]);
        assert.deepEqual(await status('/decoding'), [500, fixed]);
        assert.equal((await status('/users/%E0'))[0], 400);
        assert.equal((await status('/', '{ "a'))[0], 400);
        assert.equal((await status('/', JSON.stringify('x'.repeat(3000))))[0], 413);
      } finally {
        server.close();
        server.closeAllConnections();
      }
    });
  }
});

describe('The loader of graphql-vs-rest batches like DataLoader', () => {
  type Load = (id: number) => Promise<unknown>;
  type Batch = (ids: readonly number[]) => Promise<unknown[]>;
  const code = part(
    exampleOf('http-apis/graphql-vs-rest'),
    'function createLoader',
    '\nasync function main',
  );
  const makers: ((batch: Batch) => Load)[] = [
    valueOf(code, 'createLoader') as (batch: Batch) => Load,
    (batch) => {
      const loader = new DataLoader(batch);
      return (id) => loader.load(id);
    },
  ];

  const same = async (use: (load: Load) => Promise<unknown>, fails = false) => {
    const results = await Promise.all(
      makers.map(async (make) => {
        const batches: (readonly number[])[] = [];
        const load = make((ids) => {
          batches.push([...ids]);
          return fails
            ? Promise.reject(new Error('down'))
            : Promise.resolve(ids.map((id) => `user ${id}`));
        });
        return { result: await use(load).catch((error: unknown) => String(error)), batches };
      }),
    );
    assert.deepEqual(results[0], results[1]);
    return results[0]?.batches;
  };

  it('one batch for what is asked in one go, each id once', async () => {
    assert.deepEqual(await same((load) => Promise.all([load(1), load(2), load(1)])), [[1, 2]]);
  });
  it('one batch across microtasks', async () => {
    const late = async (load: Load) => {
      await Promise.resolve();
      await Promise.resolve();
      return load(2);
    };
    assert.deepEqual(await same((load) => Promise.all([load(1), late(load)])), [[1, 2]]);
  });
  it('a second batch for the next level, and nothing for what is known', async () => {
    const use = async (load: Load) => [await load(1), await load(2), await load(1)];
    assert.deepEqual(await same(use), [[1], [2]]);
  });
  it('a failed batch rejects all of it and is forgotten', async () => {
    const use = async (load: Load) => {
      await Promise.allSettled([load(1), load(2)]);
      return load(1);
    };
    assert.deepEqual(await same(use, true), [[1, 2], [1]]);
  });
});
