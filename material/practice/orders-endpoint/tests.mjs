import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as open } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'node:test';

const { createApp } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('orders-endpoint', () => {
  /** Sends a request to its own server, and closes it. */
  async function talk(conversation) {
    const server = createApp();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const ask = async (method, path, body) => {
      const address = `http://127.0.0.1:${server.address().port}${path}`;
      const signal = AbortSignal.timeout(5_000); // for a server that never answers
      const headers = { connection: 'close' };
      const response = await fetch(address, { method, body, headers, signal });
      const text = await response.text();
      const type = response.headers.get('content-type') ?? '';
      const json = type.startsWith('application/json') ? JSON.parse(text) : undefined;
      return { status: response.status, headers: response.headers, json };
    };
    try {
      await conversation(ask, server);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }
  const pens = JSON.stringify({ item: 'pen', quantity: 2, admin: true });

  it('creates an order and finds it again', () =>
    talk(async (ask) => {
      const made = await ask('POST', '/orders', pens);
      assert.deepEqual([made.status, made.json], [201, { id: 1, item: 'pen', quantity: 2 }]);
      assert.equal(made.headers.get('location'), '/orders/1');
      const found = await ask('GET', '/orders/1');
      assert.deepEqual([found.status, found.json], [200, made.json]);
    }));

  it('keeps the orders of each server apart', () =>
    talk(async (ask) => {
      assert.equal((await ask('POST', '/orders', pens)).json?.id, 1);
      assert.equal((await ask('POST', '/orders', pens)).json?.id, 2);
    }));

  it('says what is wrong with a body', () =>
    talk(async (ask) => {
      const wrong = ['{', '', 'null', '[]', '7', '{"item":"pen"}', '{"item":"","quantity":1}'];
      wrong.push('{"item":"pen","quantity":0}', '{"item":"pen","quantity":"2"}');
      wrong.push('{"item":"pen","quantity":1.5}', '{"item":7,"quantity":1}');
      for (const body of wrong) {
        const { status, json } = await ask('POST', '/orders', body);
        assert.deepEqual([body, status, typeof json?.error], [body, 400, 'string']);
      }
    }));

  it('refuses a body that is too large, by its bytes', () =>
    talk(async (ask) => {
      const ofBytes = (bytes) => pens.padEnd(bytes); // spaces at the end are fine in JSON
      assert.equal((await ask('POST', '/orders', ofBytes(10_000))).status, 201);
      const { status, json } = await ask('POST', '/orders', ofBytes(10_001));
      assert.deepEqual([status, typeof json?.error], [413, 'string']);
      const euros = JSON.stringify({ item: '€'.repeat(4_000), quantity: 1 }); // three bytes each
      assert.equal((await ask('POST', '/orders', euros)).status, 413);
    }));

  it('reassembles a character that arrives in two parts', () =>
    talk(async (ask, server) => {
      const { port } = server.address();
      const signal = AbortSignal.timeout(5_000);
      const request = open({ port, host: '127.0.0.1', path: '/orders', method: 'POST', agent: false, signal });
      const body = Buffer.from('{"item":"€","quantity":1}');
      const answered = once(request, 'response');
      request.write(body.subarray(0, 10));
      await once(server, 'request');
      await turn();
      request.end(body.subarray(10));
      const [response] = await answered;
      response.resume();
      assert.equal(response.statusCode, 201);
      assert.equal((await ask('GET', '/orders/1')).json?.item, '€');
    }));

  it('distinguishes a missing path from a wrong method', () =>
    talk(async (ask) => {
      await ask('POST', '/orders', pens);
      for (const path of ['/', '//', '/orders/2', '/orders/constructor', '/orders/1/items', '/orders-x']) {
        const { status, json } = await ask('GET', path);
        assert.deepEqual([path, status, typeof json?.error], [path, 404, 'string']);
      }
      const list = await ask('GET', '/orders');
      assert.deepEqual([list.status, list.headers.get('allow')], [405, 'POST']);
      assert.equal(typeof list.json?.error, 'string');
      const removed = await ask('DELETE', '/orders/2');
      assert.deepEqual([removed.status, removed.headers.get('allow')], [405, 'GET']);
      assert.equal(typeof removed.json?.error, 'string');
      assert.equal((await ask('DELETE', '/orders-x')).status, 404);
    }));
});
