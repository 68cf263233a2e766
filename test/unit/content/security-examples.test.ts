import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import { BlockList, connect, isIP } from 'node:net';
import type { AddressInfo, LookupFunction } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import express5 from 'express5';
import { z } from 'zod';
import { ensureNodes } from '../../../scripts/nodes.mts';
import { exampleOf, fragmentOf, part, snippetCode, valueOf } from './page-code.ts';

/* The security code that the pages show, attacked as people attack it. It is taken from the pages. */

describe('The check of a URL from a user', () => {
  type Resolve = (host: string) => Promise<{ address: string }>;
  const code = part(exampleOf('http-apis/api-security'), 'import', '\nconst names');
  const pinned = valueOf(code, 'pinned', { BlockList, isIP, lookup: undefined }) as (
    url: string,
    resolve?: Resolve,
  ) => Promise<LookupFunction>;
  const to =
    (address: string): Resolve =>
    () =>
      Promise.resolve({ address });

  const internal = [
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.127.255.255'],
    ...[
      '127.0.0.1',
      '127.255.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '172.17.0.1',
      '172.31.255.255',
    ],
    ...['192.0.0.1', '192.0.2.1', '192.88.99.1', '192.168.0.1', '198.18.0.1', '198.19.255.255'],
    ...[
      '198.51.100.1',
      '203.0.113.7',
      '224.0.0.1',
      '239.255.255.255',
      '240.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      '::7f00:1',
      '::ffff:0:7f00:1',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.5',
      '::ffff:a9fe:a9fe',
    ],
    ...['::ffff:ac11:1', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', '2001::1', '2001:20::1'],
    ...[
      '2001:db8::1',
      '2002:7f00:1::',
      '3fff::1',
      '5f00::1',
      'fc00::1',
      'fd00::1',
      'fd00:ec2::254',
    ],
    ...['fe80::1', 'febf::1', 'fec0::1', 'ff02::1'],
    // Only 2000::/3 is global unicast, and a mapped address is never the only way to a public server.
    ...['0:1::1', '0:0:0:1::1', '::1:0:7f00:1', '1::1', '64:ff9c::1', '1fff::1', '4000::1'],
    '::ffff:1.1.1.1',
  ];
  const open = [
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '126.1.1.1',
  ];
  const alsoOpen = ['172.15.0.1', '172.32.0.1', '192.169.0.1', '223.255.255.255'];
  const openSix = [
    '2001:4860:4860::8888',
    '2606:4700:4700::1111',
    '2a00:1450:4001::1',
    '2001:200::1',
  ];

  for (const address of internal) {
    it(`refuses ${address}, written out and as what a name resolves to`, async () => {
      const host = isIP(address) === 6 ? `[${address}]` : address;
      await assert.rejects(pinned(`http://${host}/`), /refused/);
      await assert.rejects(pinned('https://evil.example/', to(address)), /refused/);
    });
  }

  it('lets public addresses pass', async () => {
    for (const address of [...open, ...alsoOpen, ...openSix]) {
      const host = isIP(address) === 6 ? `[${address}]` : address;
      await pinned(`http://${host}/`);
      await pinned('https://good.example/', to(address));
    }
  });

  for (const url of [
    ...['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://0/'],
    ...['http://127.0.0.1.:80/', 'http://user:pass@127.0.0.1/', 'http://①②⑦.0.0.1/'],
    ...['http://[0:0:0:0:0:ffff:7f00:1]/', 'http://[::ffff:7f00:0001]/', 'http:127.0.0.1'],
  ]) {
    it(`refuses ${url}`, () =>
      assert.rejects(pinned(url, to('127.0.0.1')), /refused: (127\.|0\.|::ffff:7f00:1)/));
  }

  it('refuses what a resolver returns that is not an address', async () => {
    for (const answer of ['', 'localhost', 'metadata.google.internal', 'fe80::1%eth0', '127.1']) {
      await assert.rejects(pinned('http://metadata.google.internal/', to(answer)), /refused/);
    }
  });

  it('refuses every other protocol', async () => {
    for (const url of [
      'file:///etc/passwd',
      'ftp://1.1.1.1/',
      'data:,x',
      'javascript:1',
      'gopher://1.1.1.1/',
    ]) {
      await assert.rejects(pinned(url, to('1.1.1.1')), /refused: \w+:/);
    }
    await assert.rejects(pinned('not a url'), { code: 'ERR_INVALID_URL' });
  });

  it('connects to the address that was checked, whatever the name resolves to later', async () => {
    const addresses = ['1.1.1.1', '127.0.0.1'];
    const rebinding = () => Promise.resolve({ address: addresses.shift() ?? '127.0.0.1' });
    const lookup = await pinned('http://rebind.example/', rebinding);
    const asked = await new Promise<unknown>((resolve, reject) => {
      const request = http.get('http://rebind.example/', {
        agent: false,
        lookup: (name, options, done) =>
          lookup(name, options, (error, found, family) => {
            resolve(found);
            request.destroy();
            done(error ?? new Error('not in a test'), found, family);
          }),
      });
      request.on('error', reject);
    });
    assert.deepEqual(asked, [{ address: '1.1.1.1', family: 4 }]);
    assert.deepEqual(addresses, ['127.0.0.1'], 'it was resolved once');
  });

  it('is worth nothing on a redirect that is followed, so the page says not to follow', async () => {
    const server = http.createServer((request, response) =>
      request.url === '/'
        ? response.writeHead(302, { location: '/secret' }).end()
        : response.end('secret'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const followed = await (await fetch(url)).text();
    const manual = await fetch(url, { redirect: 'manual' });
    server.close();
    server.closeAllConnections();
    assert.equal(followed, 'secret');
    assert.equal(manual.status, 302);
  });
});

describe('The check of a JWT', () => {
  const code = part(exampleOf('http-apis/jwt-auth'), 'const', '\nconst now');
  const { sign, verify, encode, hmac } = valueOf(code, '({ sign, verify, encode, hmac })', {
    createHmac,
    timingSafeEqual,
  }) as {
    sign: (payload: object, alg?: string) => string;
    verify: (token: string, now: number) => string;
    encode: (value: unknown) => string;
    hmac: (text: string) => string;
  };
  const now = 1_800_000_000;
  const good = { iss: 'auth.example.com', aud: 'orders-api', sub: 'ada', exp: now + 600 };
  const signed = (header: unknown, payload: unknown) => {
    const text = `${encode(header)}.${encode(payload)}`;
    return `${text}.${hmac(text)}`;
  };
  const [header = '', payload = '', signature = ''] = sign(good).split('.');

  it('lets a good token in', () => assert.equal(verify(sign(good), now), 'welcome, ada'));

  for (const [name, token] of Object.entries({
    'alg none': sign(good, 'none'),
    'alg None': sign(good, 'None'),
    'another algorithm': sign(good, 'HS512'),
    'a list as algorithm': signed({ alg: ['HS256'] }, good),
    'no algorithm': signed({}, good),
    'a header that is null': signed(null, good),
    'an unknown critical extension': signed({ alg: 'HS256', crit: ['b64'], b64: false }, good),
    'no signature': `${header}.${payload}.`,
    'a shorter signature': `${header}.${payload}.${signature.slice(0, -1)}`,
    'a longer signature': `${header}.${payload}.${signature}A`,
    'characters that base64 skips': `${header}.${payload}.${signature}!`,
    padding: `${header}.${payload}.${signature}=`,
    'a fourth part': `${header}.${payload}.${signature}.x`,
    'two parts': `${header}.${payload}`,
    'another payload': `${header}.${encode({ ...good, sub: 'admin' })}.${signature}`,
    'the secret of somebody else': `${header}.${payload}.${createHmac('sha256', 'x').update(`${header}.${payload}`).digest('base64url')}`,
    'another issuer': sign({ ...good, iss: 'evil.example' }),
    'no issuer': sign({ aud: good.aud, exp: good.exp }),
    'another audience': sign({ ...good, aud: 'newsletter' }),
    'audience as a list': sign({ ...good, aud: ['orders-api', 'newsletter'] }),
    expired: sign({ ...good, exp: now }),
    'no exp': sign({ ...good, exp: undefined }),
    'exp as a text': sign({ ...good, exp: String(now + 600) }),
    'exp as null': sign({ ...good, exp: null }),
    garbage: 'not.a.token',
    nothing: '',
  })) {
    it(`refuses ${name}, without throwing`, () =>
      assert.doesNotMatch(verify(token, now), /welcome/));
  }
});

describe('The check of a path from a user', () => {
  const code = fragmentOf('http-apis/api-security', 'path.resolve');
  const inside = (name: string, folder = '/srv/data') =>
    valueOf(code, 'file', { path: path.posix, folder, name });

  it('keeps to the folder', () => {
    assert.equal(inside('a/b.txt'), '/srv/data/a/b.txt');
    assert.equal(inside('a/../b.txt'), '/srv/data/b.txt');
  });

  for (const name of [
    '../x',
    '..',
    '/etc/passwd',
    'a/../../x',
    '../data-old/x',
    '../data',
    '.',
    '',
  ]) {
    it(`refuses "${name}"`, () => assert.throws(() => inside(name), /outside/));
  }
});

describe('The limit of a body', () => {
  it('closes the connection, so that large bodies in a row are all refused', async () => {
    const code = part(
      snippetCode('http-apis/api-security/body-limit.cjs'),
      'const',
      '\nconst agent',
    );
    const server = valueOf(code, 'server', { http }) as http.Server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const statuses: number[] = [];
    for (let count = 0; count < 6; count++) {
      const response = await fetch(url, { method: 'POST', body: 'x'.repeat(1_000_000) });
      statuses.push(response.status);
      await response.text();
    }
    server.close();
    server.closeAllConnections();
    assert.deepEqual(statuses, [413, 413, 413, 413, 413, 413]);
  });

  it('outlives a client that leaves in the middle of its body', async () => {
    const code = part(
      snippetCode('http-apis/api-security/body-limit.cjs'),
      'async function responseTo',
      '\nconst server',
    );
    type Response = readonly [status?: number, text?: string];
    const responseTo = valueOf(code, 'responseTo', { Buffer }) as (
      request: http.IncomingMessage,
      limit: number,
    ) => Promise<Response>;
    const server = http.createServer();
    const responded = new Promise<Response>((resolve, reject) => {
      server.on('request', (request) => void responseTo(request, 50).then(resolve, reject));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\n\r\nabc');
    server.on('request', (request: http.IncomingMessage) =>
      request.once('data', () => client.destroy()),
    );
    try {
      assert.deepEqual(await responded, []);
    } finally {
      server.close();
    }
  });
});

describe('What is special about JavaScript', () => {
  const code = part(
    snippetCode('http-apis/api-security/polluted.cjs'),
    'function merge',
    '\nconsole',
  );

  it('is polluted by the merge that is shown, through both names, and not into an object without prototype', () => {
    const attack = (json: string): unknown[] =>
      runInNewContext(
        `${code}; try { merge({}, JSON.parse(json)); } catch {} [({}).isAdmin, Object.create(null).isAdmin]`,
        { json },
      ) as unknown[];
    assert.deepEqual([...attack('{ "__proto__": { "isAdmin": true } }')], [true, undefined]);
    const constructor = '{ "constructor": { "prototype": { "isAdmin": true } } }';
    assert.deepEqual([...attack(constructor)], [true, undefined]);
  });

  it('takes exponential time for the pattern that is shown', () => {
    const stops = { timeout: 300 };
    const input = `'${'a'.repeat(50)}!'`;
    assert.throws(() => runInNewContext(`/^(a+)+$/.test(${input})`, {}, stops), /timed out/);
    assert.equal(runInNewContext(`/^a+$/.test(${input})`, {}, stops), false);
  });
});

describe('What the page says of injection and passwords', function () {
  this.timeout(60_000);

  it('a parameter is data in SQL, and a text that is glued in is code', async () => {
    const program = `
      import { DatabaseSync } from 'node:sqlite';
      const db = new DatabaseSync(':memory:');
      db.exec("CREATE TABLE users (name TEXT); INSERT INTO users VALUES ('ada'), ('bob')");
      const name = "x' OR '1'='1";
      console.log(db.prepare("SELECT * FROM users WHERE name = '" + name + "'").all().length);
      console.log(db.prepare('SELECT * FROM users WHERE name = ?').all(name).length);`;
    const node = (await ensureNodes())['24'];
    const printed = execFileSync(node, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    assert.equal(String(printed), '2\n0\n');
  });

  it('a schema that requires a string stops an operator of a NoSQL database', () => {
    const login = z.object({ email: z.string(), password: z.string() });
    const body: unknown = JSON.parse('{ "email": "ada@example.com", "password": { "$ne": null } }');
    assert.equal(login.safeParse(body).success, false);
  });

  it('a name that looks like an option is one, unless -- comes before it', () => {
    const list = (...args: string[]) => execFileSync('ls', args, { stdio: 'pipe', cwd: '/' });
    assert.match(String(list('--help')), /ls/i);
    assert.throws(() => list('--', '--help'));
  });

  it('Express refuses JSON above 100 KB', async () => {
    const app = express5();
    app.use(express5.json());
    app.post('/', (_request, response) => response.sendStatus(204));
    const respond = (
      error: { status: number },
      _request: never,
      response: { sendStatus(status: number): void },
      _next: never,
    ) => response.sendStatus(error.status);
    app.use(respond as never);
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.on('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const headers = { 'content-type': 'application/json' };
    const post = async (bytes: number) => {
      const body = `["${'x'.repeat(bytes - 4)}"]`;
      return (await fetch(url, { method: 'POST', headers, body })).status;
    };
    const statuses = [await post(100 * 1024), await post(100 * 1024 + 1)];
    server.close();
    server.closeAllConnections();
    assert.deepEqual(statuses, [204, 413]);
  });

  it('scrypt with the cost that OWASP asks for fails until maxmem is raised above 128 MiB', async () => {
    const hash = promisify(scrypt) as (
      password: string,
      salt: string,
      length: number,
      options: { N: number; maxmem?: number },
    ) => Promise<Buffer>;
    const MiB = 1024 * 1024;
    const invalid = { code: 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS' };
    await assert.rejects(async () => hash('x', 'salt', 32, { N: 2 ** 17 }), invalid);
    await assert.rejects(
      async () => hash('x', 'salt', 32, { N: 2 ** 17, maxmem: 128 * MiB }),
      invalid,
    );
    assert.equal((await hash('x', 'salt', 32, { N: 2 ** 17, maxmem: 130 * MiB })).length, 32);
  });
});
