import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import express4 from 'express4';
import express5 from 'express5';
import fastify from 'fastify';
import { Hono } from 'hono';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import Koa from 'koa';
import { realFolder } from '../bank/real-bank.ts';

/* What pages say of libraries, tried with the libraries. */

/** Fails when the page no longer says this, so that no claim is left without its test. A space is any white space. */
function says(page: string, words: RegExp): void {
  const text = readFileSync(join(realFolder, 'http-apis', `${page}.md`), 'utf8');
  assert.match(text, new RegExp(words.source.replaceAll(' ', '\\s+')));
}

/** Sends a request to the server and closes it. */
async function ask(server: Server, path = '/', options: RequestInit = {}): Promise<Response> {
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const headers = { connection: 'close', ...(options.headers as Record<string, string>) };
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...options, headers });
    const body = await response.text();
    return new Response(body || null, { status: response.status });
  } finally {
    await new Promise((closed) => server.close(closed));
  }
}

describe('What express-middleware says of req.body', () => {
  const none = { method: 'POST' };
  const text = { method: 'POST', body: 'hi', headers: { 'content-type': 'text/plain' } };
  // `fetch` sends `content-length: 0` with it.
  const empty = { method: 'POST', headers: { 'content-type': 'application/json' } };
  const json = { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } };
  const cases = [
    ['no parser', false, json, 'undefined', 'undefined'],
    ['no body', true, none, '{}', 'undefined'],
    ['another content type', true, text, '{}', 'undefined'],
    ['JSON of length 0', true, empty, '{}', '{}'],
    ['JSON', true, json, '{"a":1}', '{"a":1}'],
  ] as const;
  for (const [name, parsed, options, in4, in5] of cases) {
    it(`${name}: ${in4} in Express 4, ${in5} in 5`, async () => {
      says(
        'express-middleware',
        /stays `undefined` when there is no body or the content type isn't JSON \(Express 4 gives `\{\}`, and so does Express 5 for JSON with a `Content-Length` of 0\)/,
      );
      for (const [express, wanted] of [
        [express4, in4],
        [express5, in5],
      ] as const) {
        const app = express();
        if (parsed) app.use(express.json());
        app.post('/', ({ body }, res) =>
          res.end(body === undefined ? 'undefined' : JSON.stringify(body)),
        );
        const response = await ask(app.listen(0, '127.0.0.1'), '/', options);
        assert.equal(await response.text(), wanted);
      }
    });
  }
});

describe('What which-framework says', () => {
  it('of Express: next() returns undefined, before an asynchronous handler is done', async () => {
    says(
      'which-framework',
      /In Express `next\(\)` calls the next function and returns `undefined`, so code after it runs \*before\* an asynchronous handler is done/,
    );
    const log: unknown[] = [];
    const app = express5();
    app.use((_req, _res, next) => {
      log.push(next());
      log.push('after next');
    });
    app.get('/', async (_req, res) => {
      await turn();
      log.push('handler');
      res.end();
    });
    await ask(app.listen(0, '127.0.0.1'));
    assert.deepEqual(log, [undefined, 'after next', 'handler']);
  });

  it('of Koa: await next() resolves when everything further in is done, errors included', async () => {
    says(
      'which-framework',
      /In Koa `await next\(\)` resolves when everything downstream has finished/,
    );
    const log: string[] = [];
    const app = new Koa();
    app.silent = true;
    app.use(async (context, next) => {
      await next().catch((error: unknown) => log.push((error as Error).message));
      log.push('after next');
      context.body = 'handled';
    });
    app.use(async () => {
      await turn();
      log.push('handler');
      throw new Error('disk full');
    });
    const response = await ask(app.listen(0, '127.0.0.1'));
    assert.deepEqual(
      [log, await response.text()],
      [['handler', 'disk full', 'after next'], 'handled'],
    );
  });

  it('of the table: who takes the error of an async handler', async () => {
    says('which-framework', /\| \*\*Express\*\* 5 \| [^|]+ \| forwarded since 5 \|/);
    for (const name of ['Fastify', 'Koa', 'Hono'])
      says('which-framework', new RegExp(`\\| \\*\\*${name}\\*\\* \\d \\| [^|]+ \\| yes \\|`));
    const fail = async (): Promise<never> => {
      await turn();
      throw new Error('disk full');
    };
    const five = express5();
    five.set('env', 'test');
    five.get('/', fail);
    const koa = new Koa();
    koa.silent = true;
    koa.use(fail);
    const [inExpress, inKoa, inFastify, inHono] = await Promise.all([
      ask(five.listen(0, '127.0.0.1')),
      ask(koa.listen(0, '127.0.0.1')),
      fastify().get('/', fail).inject('/'),
      new Hono()
        .onError((_error, context) => context.text('told', 500))
        .get('/', fail)
        .request('/'),
    ]);
    assert.deepEqual(
      [inExpress.status, inKoa.status, inFastify.statusCode, inHono.status],
      [500, 500, 500, 500],
    );
  });

  const user = { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } };

  it('of Fastify: a body is validated and coerced', async () => {
    says('which-framework', /The body is validated \(and coerced: `"2"` becomes `2`\)/);
    const app = fastify();
    app.post('/', { schema: { body: user } }, ({ body }) => body);
    const post = (payload: object) => app.inject({ method: 'POST', url: '/', payload });
    assert.deepEqual((await post({ id: '2' })).json(), { id: 2 });
    assert.equal((await post({ id: 'two' })).statusCode, 400);
  });

  it('of Fastify: fields that are not listed stay in unless the schema is open, and a required one that is missing is an error', async () => {
    says(
      'which-framework',
      /fields that aren't listed don't leave the service, for the status codes that have a schema \(`'2xx'` covers a range\), unless it sets `additionalProperties: true`/,
    );
    says('which-framework', /A missing required field is an error; an extra one isn't/);
    const app = fastify();
    const open = { ...user, additionalProperties: true };
    app.get('/open', { schema: { response: { 200: open } } }, () => ({ id: 7, hash: 'x' }));
    app.get('/:what', { schema: { response: { 200: user } } }, ({ params }) =>
      (params as { what: string }).what === 'extra'
        ? { id: 7, hash: 'secret' }
        : { hash: 'secret' },
    );
    assert.equal((await app.inject('/extra')).body, '{"id":7}');
    assert.equal((await app.inject('/open')).body, '{"id":7,"hash":"x"}');
    assert.equal((await app.inject('/missing')).statusCode, 500);

    const created = fastify();
    for (const [path, status] of [['/one', 200] as const, ['/range', '2xx'] as const]) {
      created.get(path, { schema: { response: { [status]: user } } }, (_request, reply) =>
        reply.code(201).send({ id: 7, hash: 'secret' }),
      );
    }
    assert.equal((await created.inject('/one')).body, '{"id":7,"hash":"secret"}');
    assert.equal((await created.inject('/range')).body, '{"id":7}');
  });

  it('of Fastify: the hooks of a plugin apply to its own routes only', async () => {
    says('which-framework', /A Fastify plugin's decorators and hooks apply only to its own routes/);
    const app = fastify();
    app.register((own, _options, done) => {
      own.addHook('onRequest', (_request, reply, next) => {
        reply.header('hook', 'ran');
        next();
      });
      own.decorate('tool', 1);
      own.get('/inside', () => 'x');
      done();
    });
    app.get('/outside', () => 'x');
    assert.equal((await app.inject('/inside')).headers['hook'], 'ran');
    assert.equal((await app.inject('/outside')).headers['hook'], undefined);
    assert.equal(app.hasDecorator('tool'), false);
  });

  it('of Fastify: onRoute sees the schema of each route', async () => {
    says('which-framework', /a check at startup \(the `onRoute` hook\)/);
    const bare: string[] = [];
    const app = fastify({ exposeHeadRoutes: false });
    app.addHook('onRoute', ({ url, schema }) => {
      if (!schema?.response) bare.push(url);
    });
    app.get('/safe', { schema: { response: { 200: user } } }, () => ({ id: 1 }));
    app.get('/bare', () => ({ id: 1 }));
    await app.ready();
    assert.deepEqual(bare, ['/bare']);
  });

  it('of Hono: an app is tested without a server', async () => {
    says('which-framework', /tested without a server \(in Hono: `app\.request\('\/orders'\)`\)/);
    const app = new Hono().get('/orders', (context) => context.json([7]));
    assert.deepEqual(await (await app.request('/orders')).json(), [7]);
  });

  it('of the move to Express 5: an unnamed wildcard throws at startup, and req.query is read-only', async () => {
    says(
      'which-framework',
      /Paths such as `\/files\/\*` throw at startup \(`\/files\/\*path` is the new form, or `\/files\/\{\*path\}` if `\/files\/` must match too, and the parameter is now an array\), `req\.query` is read-only/,
    );
    const handler = (req: { query: object }, res: { end(text: string): unknown }): void => {
      'use strict';
      const before = req.query;
      try {
        req.query = { replaced: 'yes' };
      } catch {
        // A module is strict, so the assignment throws.
      }
      res.end(String(req.query !== before && 'replaced' in req.query));
    };
    assert.throws(() => express5().get('/files/*', handler));
    const four = express4();
    four.get('/files/*', handler);
    const five = express5();
    five.get('/files/*path', handler);
    const replaced = await Promise.all(
      [four, five].map(async (app) => (await ask(app.listen(0, '127.0.0.1'), '/files/a')).text()),
    );
    assert.deepEqual(replaced, ['true', 'false']);

    const paths = express5();
    for (const path of ['/named/*path', '/optional/{*path}']) {
      paths.get(path, (req, res) => void res.json(req.params['path'] ?? 'none'));
    }
    const server = paths.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const get = async (path: string): Promise<string> => (await fetch(origin + path)).text();
    assert.equal(await get('/named/a/b'), '["a","b"]');
    assert.match(await get('/named/'), /Cannot GET/);
    assert.equal(await get('/optional/'), '"none"');
    server.close();
    server.closeAllConnections();
  });
});

describe('What jwt-auth says of libraries', () => {
  it('they sign with a secret of one byte', async () => {
    says('jwt-auth', /Libraries don't stop you from using one byte/);
    assert.ok(jsonwebtoken.sign({ sub: 'ada' }, 'x', { algorithm: 'HS256' }));
    const one = new Uint8Array([7]);
    assert.ok(await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(one));
  });

  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const secret = new TextEncoder().encode('a secret of 32 bytes and a little');
  const token = (typ: string) =>
    new SignJWT({ sub: 'ada' }).setProtectedHeader({ alg: 'HS256', typ }).sign(secret);

  it('jose and jsonwebtoken accept a token without exp; requiredClaims makes jose refuse it', async () => {
    says(
      'jwt-auth',
      /Neither insists on `exp`: a token without it is valid forever unless you pass `requiredClaims: \['exp'\]` \(jose\)/,
    );
    const jwt = await token('at+jwt');
    assert.equal((await jwtVerify(jwt, secret, { algorithms: ['HS256'] })).payload.sub, 'ada');
    const strict = { algorithms: ['HS256'], requiredClaims: ['exp'] };
    await assert.rejects(jwtVerify(jwt, secret, strict), {
      code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    });
    const plain = 'a secret of 32 bytes and a little';
    assert.ok(jsonwebtoken.verify(jwt, plain, { algorithms: ['HS256'] }));
  });

  it('jose checks typ if told to', async () => {
    says('jwt-auth', /In jose the `typ` check is an option too/);
    const jwt = await token('JWT');
    assert.equal(decodeProtectedHeader(jwt).typ, 'JWT');
    await jwtVerify(jwt, secret);
    await assert.rejects(jwtVerify(jwt, secret, { typ: 'at+jwt' }), /typ/);
  });

  it('jose verifies HS256 with the bytes of a public key unless algorithms says otherwise', async () => {
    says(
      'jwt-auth',
      /jose still verifies the second one if you pass the public key as plain bytes/,
    );
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const signed = [{ alg: 'HS256' }, { sub: 'ada' }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const forged = `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`;
    const bytes = new TextEncoder().encode(pem);
    assert.equal((await jwtVerify(forged, bytes)).payload.sub, 'ada');
    await assert.rejects(jwtVerify(forged, bytes, { algorithms: ['RS256'] }), /alg/);
    await assert.rejects(jwtVerify(forged, publicKey), TypeError);
    const without = {} as { algorithms: string[] };
    assert.throws(() => jsonwebtoken.verify(forged, pem, without), /invalid algorithm/);
  });

  it('jsonwebtoken knows neither Ed25519 nor EdDSA; jose knows both', async () => {
    says(
      'jwt-auth',
      /Ed25519 \(older libraries call it EdDSA; `jsonwebtoken` doesn't support it\)/,
    );
    for (const algorithm of ['Ed25519', 'EdDSA']) {
      assert.throws(() => jsonwebtoken.sign({ sub: 'ada' }, privateKey, { algorithm }));
      const jwt = await new SignJWT({ sub: 'ada' })
        .setProtectedHeader({ alg: algorithm })
        .sign(privateKey);
      assert.equal((await jwtVerify(jwt, publicKey)).payload.sub, 'ada');
    }
  });
});
