import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import { readFileSync } from 'node:fs';
import { realFiles } from '../bank/real-bank.ts';
import { exampleOf, part, valueOf } from './page-code.ts';

/* More security code that the pages show, taken from the pages and attacked. */

describe('The session store of the page on sessions', () => {
  const code = part(exampleOf('http-apis/sessions-and-cookies'), 'const idle', '\nconst visit');
  interface Sessions {
    readonly createSession: (data: object, now: number) => string;
    readonly loadSession: (id: string, now: number) => { user?: string } | undefined;
    readonly endSession: (id: string) => void;
    readonly login: (oldId: string, user: string, now: number) => string;
    readonly sessionId: (header?: string) => string;
    store: Map<string, unknown>;
  }
  const all = '{ createSession, loadSession, endSession, login, sessionId, store }';
  const sessions = valueOf(`${code}\nconst all = ${all};`, 'all', {
    createHash: crypto.createHash,
    randomBytes: crypto.randomBytes,
  }) as Sessions;
  const { createSession, loadSession, endSession, login, sessionId, store } = sessions;
  const [minute, hour] = [60_000, 3_600_000];

  it('gives an attacker who planted an id nothing', () => {
    const planted = createSession({}, 0);
    const victim = login(planted, 'ada', 0);
    assert.notEqual(victim, planted);
    assert.equal(loadSession(planted, 1), undefined);
    assert.equal(loadSession(victim, 1)?.user, 'ada');
  });

  it('adopts no id that it did not issue, and no key of its own store', () => {
    login('', 'ada', 0);
    for (const id of ['', 'admin', '__proto__', 'constructor', ...store.keys()]) {
      assert.equal(loadSession(id, 1), undefined, id);
    }
  });

  it('forgets a session after logout, silence and half a day', () => {
    const out = login('', 'ada', 0);
    endSession(out);
    assert.equal(loadSession(out, 1), undefined);
    const silent = login('', 'ada', 0);
    assert.equal(loadSession(silent, 31 * minute), undefined);
    const busy = login('', 'ada', 0);
    for (let now = 0; now <= 12 * hour; now += 10 * minute) assert.ok(loadSession(busy, now));
    assert.equal(loadSession(busy, 12 * hour + 1), undefined);
  });

  it('reads only its own cookie', () => {
    assert.equal(sessionId('a=1; __Host-sid=x=y; b=2'), 'x=y');
    for (const header of [undefined, '', 'sid=x', 'a__Host-sid=x', '__Host-sid2=x']) {
      assert.equal(sessionId(header), '');
    }
  });
});

describe('The encryption of the page on cryptography', () => {
  const code = part(exampleOf('http-apis/crypto-basics'), 'const keys', '\nfunction attempt');
  const { createCipheriv, createDecipheriv, randomBytes } = crypto;
  const { seal, open } = valueOf(`${code}\nconst all = { seal, open };`, 'all', {
    ...{ createCipheriv, createDecipheriv, randomBytes, Buffer },
  }) as {
    readonly seal: (text: string, context: string) => string;
    readonly open: (value: string, context: string) => string;
  };

  it('opens what it sealed, in its context alone', () => {
    const sealed = seal('grüß dich', 'user 7');
    assert.equal(open(sealed, 'user 7'), 'grüß dich');
    assert.throws(() => open(sealed, 'user 8'));
    assert.notEqual(seal('x', 'y'), seal('x', 'y'));
  });

  it('refuses every flipped bit, every cut and every other key', () => {
    const sealed = seal('pay 10 to ada', 'user 7');
    const bytes = Buffer.from(sealed.slice('k2.'.length), 'base64url');
    const again = (changed: Buffer) => `k2.${changed.toString('base64url')}`;
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.throws(() => open(again(changed), 'user 7'), `bit ${bit}`);
    }
    for (let length = 0; length < bytes.length; length++) {
      assert.throws(() => open(again(bytes.subarray(0, length)), 'user 7'), `${length} bytes`);
    }
    for (const name of ['k1', 'k3', '__proto__', 'constructor', '']) {
      assert.throws(() => open(`${name}${sealed.slice(2)}`, 'user 7'), name);
    }
  });
});

describe('The escaping of the page on XSS', () => {
  const code = part(exampleOf('http-apis/xss-csp-headers'), 'const entities', '\nconst page');
  const { html, json, href } = valueOf(`${code}\nconst all = { html, json, href };`, 'all', {
    URL,
  }) as Record<'html' | 'json' | 'href', (value: unknown) => string>;

  it('lets no text leave an element, a quoted attribute or a script', () => {
    for (const text of ['<img src=x onerror=a()>', `"'><script>`, '</script>', '<!--', '&lt;']) {
      assert.doesNotMatch(html(text), /[<>"']/);
      assert.doesNotMatch(json({ [text]: text }), /[<>&]/);
      assert.deepEqual(JSON.parse(json({ [text]: text })), { [text]: text });
    }
    assert.equal(html('&lt;'), '&amp;lt;');
    assert.equal(json(undefined), 'null');
  });

  it('links to the web alone', () => {
    const schemes = [
      'javascript:a()',
      ' JaVaScRiPt:a()',
      'java\nscript:a()',
      '\u0001javascript:a()',
    ];
    for (const link of [...schemes, 'data:text/html,x', 'vbscript:x', 'file:///etc', 'x', null]) {
      assert.equal(href(link), '#', String(link));
    }
    assert.equal(href('https://a.example/?x="\'<'), 'https://a.example/?x=%22%27%3C');
  });
});

describe('The token buckets of the page on rate limiting', () => {
  const code = part(exampleOf('http-apis/rate-limiting'), 'class TokenBuckets', '\nlet clock');
  const TokenBuckets = valueOf(`${code}\nconst all = TokenBuckets;`, 'all', {
    performance,
  }) as new (options: object) => { take(key: string): number };

  it('give no more than the burst and the refill, whatever the rhythm', () => {
    let clock = 0;
    const buckets = new TokenBuckets({ capacity: 3, perSecond: 2, now: () => clock });
    let taken = 0;
    for (; clock <= 10_000; clock += 7) if (buckets.take('a') === 0) taken += 1;
    assert.ok(taken <= 3 + 20 && taken >= 22, String(taken));
  });

  it('give nothing for a clock that goes back, and keep few keys', () => {
    let clock = 1000;
    const buckets = new TokenBuckets({ capacity: 1, perSecond: 1, most: 10, now: () => clock });
    assert.equal(buckets.take('a'), 0);
    clock = 0;
    assert.ok(buckets.take('a') > 0);
    assert.equal(buckets.take('__proto__'), 0);
    for (let index = 0; index < 9; index++) buckets.take(`key ${index}`);
    assert.ok(buckets.take('key 8') > 0);
  });
});

describe('The login of the page on OAuth', () => {
  const code = part(exampleOf('http-apis/oauth-oidc'), 'const issuer', '\nfunction attempt');
  const { createHash, generateKeyPairSync, randomBytes, sign, verify } = crypto;
  interface Login {
    authorize(request: object, user: string): string;
    begin(session: object): Record<'state' | 'nonce', string>;
    callback(session: object, query: object): string;
    idToken(claims: object): string;
    checkIdToken(token: string, options: object): string;
    keys: crypto.KeyPairKeyObjectResult;
  }
  const all = '{ authorize, begin, callback, idToken, checkIdToken, keys }';
  const login = valueOf(`${code}\nconst all = ${all};`, 'all', {
    ...{ createHash, generateKeyPairSync, randomBytes, sign, verify, Buffer },
  }) as Login;

  it('works once, for the browser that began it', () => {
    const session = {};
    const request = login.begin(session);
    const query = { code: login.authorize(request, 'ada'), state: request.state };
    assert.throws(() => login.callback({}, query), /state/);
    assert.equal(login.callback(session, query), 'https://login.example.com ada');
    assert.throws(() => login.callback(session, query), /state/);
    assert.throws(() => login.callback({}, { code: query.code }), /state/);
  });

  it('refuses a code that was stolen, and one that was injected', () => {
    const [ada, mallory] = [{}, {}];
    const stolen = login.authorize(login.begin(ada), 'ada');
    const { state } = login.begin(mallory);
    assert.throws(() => login.callback(mallory, { code: stolen, state }), /invalid_grant/);
    const own = login.authorize(login.begin(mallory), 'mallory');
    const request = login.begin(ada);
    assert.throws(() => login.callback(ada, { code: own, state: request.state }), /invalid_grant/);
  });

  it('sends no code to a page that is not registered', () => {
    const request = { ...login.begin({}), redirectUri: 'https://shop.example.com.evil.example/' };
    assert.throws(() => login.authorize(request, 'ada'), /redirect_uri/);
  });

  it('refuses tokens that are forged, for others, old or of another login', () => {
    const { publicKey } = login.keys;
    const exp = Math.floor(Date.now() / 1000) + 60;
    const good = { iss: 'https://login.example.com', aud: 'shop', sub: 'ada', nonce: 'n', exp };
    const check = (token: string) => login.checkIdToken(token, { nonce: 'n', publicKey });
    assert.equal(check(login.idToken(good)), 'https://login.example.com ada');
    const wrong = [{ iss: 'x' }, { aud: 'game' }, { aud: undefined }, { nonce: 'm' }, { exp: 1 }];
    for (const claims of [...wrong, { exp: undefined }, { nonce: undefined }]) {
      assert.throws(() => check(login.idToken({ ...good, ...claims })), JSON.stringify(claims));
    }
    const [head = '', , signature = ''] = login.idToken(good).split('.');
    const body = Buffer.from(JSON.stringify({ ...good, sub: 'eve' })).toString('base64url');
    assert.throws(() => check(`${head}.${body}.${signature}`), /bad signature/);
    assert.throws(() => check(`${head}.${body}.`), /bad signature/);
  });
});

describe('Code that reads the path of a request', () => {
  it('neither crashes nor changes the host when the path begins with two slashes', () => {
    assert.throws(() => new URL('//', 'http://localhost'), { code: 'ERR_INVALID_URL' });
    const relative = realFiles('.md', '.cjs', '.mjs').filter(({ path }) =>
      /new URL\((?:req|request)\.url, /.test(readFileSync(path, 'utf8')),
    );
    assert.deepEqual(
      relative.map(({ file }) => file),
      [],
      'write new URL(`http://localhost${req.url}`)',
    );
  });

  it('expects that a target which the HTTP parser lets through may not parse', () => {
    assert.throws(() => new URL('http://localhost*['), { code: 'ERR_INVALID_URL' });
    const unguarded = realFiles('.md', '.cjs', '.mjs').filter(({ path }) => {
      const text = readFileSync(path, 'utf8');
      return (
        /new URL\([`']http:\/\/localhost(?:\$\{|' \+ )(?:req|request)\.url/.test(text) &&
        !text.includes('URL.canParse')
      );
    });
    assert.deepEqual(
      unguarded.map(({ file }) => file),
      [],
      'ask URL.canParse first, or read the query alone: new URLSearchParams(req.url.split("?")[1])',
    );
  });
});

describe('The redirect of the page on URLs', () => {
  const code = part(exampleOf('http-apis/urls-and-queries'), 'const own', '\nfor (const value');
  const safeReturn = valueOf(`${code}\nconst all = safeReturn;`, 'all', { URL }) as (
    value: unknown,
  ) => string;
  const own = 'https://shop.example.com';

  it('leads to the own origin, whatever the text is', () => {
    const hosts = [
      'evil.example',
      'shop.example.com.evil.example',
      'shop.example.com@evil.example',
    ];
    const starts = ['//', '/\\', '\\\\', '\t//', '/\t/', '///', 'https://', 'http://', 'https:/\\'];
    for (const value of hosts.flatMap((host) => starts.map((start) => `${start}${host}/`))) {
      assert.equal(safeReturn(value), `${own}/`, value);
    }
    for (const value of [
      'javascript:alert(1)',
      'data:text/html,x',
      'blob:x',
      'http://[',
      undefined,
      ['/x'],
    ]) {
      assert.equal(safeReturn(value), `${own}/`, String(value));
    }
  });

  it('is absolute, since a path may begin with two slashes', () => {
    for (const value of [`${own}//evil.example/`, '/.//evil.example/', '/cart?x=1#top', '']) {
      const target = safeReturn(value);
      assert.ok(target.startsWith(`${own}/`), target);
      assert.equal(new URL(target, 'https://elsewhere.example/').origin, own);
    }
  });
});

describe('The rules of the page on authorization', () => {
  const code = part(exampleOf('http-apis/authorization'), 'const own', '\nconst order');
  type Handle = (user: object, action: string, order: object | undefined) => number;
  const handle = valueOf(`${code}\nconst all = handle;`, 'all', {}) as Handle;
  const order = { id: 7, tenant: 'acme', customer: 'ada', cents: 900 };
  const user = (id: string, tenant: string, ...roles: string[]) => ({ id, tenant, roles });

  it('deny whatever is not listed', () => {
    const names = ['__proto__', 'constructor', 'toString', 'admin', ''];
    for (const name of names) {
      assert.equal(handle(user('ada', 'acme', name), 'read', order), 404, name);
      assert.equal(handle(user('ada', 'acme', 'customer'), name, order), 403, name);
    }
    assert.equal(handle(user('ada', 'acme'), 'read', order), 404);
  });

  it('hide what belongs to others', () => {
    assert.equal(handle(user('bob', 'acme', 'customer'), 'cancel', order), 404);
    assert.equal(handle(user('eve', 'other', 'support', 'auditor'), 'refund', order), 404);
    assert.equal(handle(user('ada', 'acme', 'customer'), 'read', undefined), 404);
    assert.equal(handle(user('sue', 'acme', 'support'), 'cancel', order), 403);
    assert.equal(handle(user('sue', 'acme', 'support'), 'refund', order), 200);
  });
});
