import assert from 'node:assert/strict';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { exampleOf, part, valueOf } from './page-code.ts';

/* Signed deliveries and signed URLs as the pages show them, attacked like the rest of the security code. */

describe('The signature of a webhook', () => {
  interface Delivery {
    readonly id: string;
    readonly timestamp: number;
    readonly signature: string;
    readonly body: string | Buffer;
  }
  const code = part(exampleOf('system-design/webhook-delivery'), 'const mac', '\nconst secrets');
  const receiver = () =>
    valueOf(code, '({ send, receive })', { createHmac, timingSafeEqual }) as {
      send: (id: string, timestamp: number, body: string | Buffer, secrets: string[]) => Delivery;
      receive: (delivery: Delivery, now: number, secret: string) => string;
    };
  const { send, receive } = receiver();
  const good = send('evt_1', 1000, '{"id":7}', ['new', 'old']);
  const [first = '', second = ''] = good.signature.split(' ');

  it('is accepted with the old and with the new secret, in any order', () => {
    for (const secret of ['old', 'new']) {
      for (const signature of [good.signature, `${second} ${first}`, `v2,x ${good.signature}`]) {
        assert.equal(receiver().receive({ ...good, signature }, 1001, secret), '202 stored');
      }
    }
  });

  it('is over bytes, so a body that is not UTF-8 is told from another one', () => {
    const one = send('evt_9', 1000, Buffer.from([0xff]), ['s']);
    assert.equal(receive(one, 1000, 's'), '202 stored');
    assert.equal(receive({ ...one, body: Buffer.from([0xfe]) }, 1000, 's'), '401 forged');
  });

  it('lets a delivery in once', () => {
    const { receive: once } = receiver();
    assert.equal(once(good, 1001, 'old'), '202 stored');
    assert.equal(once(good, 1002, 'new'), '200 duplicate');
  });

  for (const [name, change] of Object.entries<Partial<Delivery>>({
    'another body': { body: '{"id":8}' },
    'the same body, written anew': { body: '{"id": 7}' },
    'another id': { id: 'evt_2' },
    'a fresh timestamp': { timestamp: 2000 },
    'a timestamp that is no number': { timestamp: NaN },
    'no signature': { signature: '' },
    'only the version': { signature: 'v1,' },
    'another version': { signature: good.signature.replaceAll('v1,', 'v2,') },
    'no version': { signature: good.signature.replaceAll('v1,', '') },
    'half a signature': { signature: first.slice(0, 20) },
    'two halves': { signature: `${first.slice(0, 20)} ${second.slice(0, 20)}` },
    'a signature and more': { signature: first.replace('=', 'AAAA=') },
  })) {
    it(`refuses ${name}, without throwing`, () => {
      assert.match(receiver().receive({ ...good, ...change }, 1001, 'new'), /^401/);
    });
  }

  it('refuses what is old, from the future, or signed by somebody else', () => {
    assert.equal(receive(send('a', 1000, '', ['s']), 1301, 's'), '401 too old');
    assert.equal(receive(send('b', 1302, '', ['s']), 1001, 's'), '401 too old');
    assert.equal(receive(send('c', NaN, '', ['s']), 1001, 's'), '401 too old');
    assert.equal(receive(send('d', 1000, '', ['theirs']), 1001, 's'), '401 forged');
  });
});

describe('The presigned URL', () => {
  const code = part(exampleOf('system-design/file-upload-service'), 'const secret', '\nconst url');
  const { presign, check } = valueOf(code, '({ presign, check })', {
    createHmac,
    timingSafeEqual,
  }) as {
    presign: (what: { method: string; key: string; size: number; expires: number }) => string;
    check: (method: string, url: string, now: number) => string;
  };
  const url = presign({ method: 'PUT', key: 'acme/7f3a', size: 4000, expires: 600 });

  it('is good for what was signed', () => assert.equal(check('PUT', url, 600), '200 upload'));

  for (const [name, changed] of Object.entries({
    'another size': url.replace('size=4000', 'size=9000000'),
    'a second size': `${url}&size=9000000`,
    'a later expiry': url.replace('expires=600', 'expires=6000'),
    'another key': url.replace('7f3a', '7f3b'),
    'a way out of the folder': url.replace('acme/', 'acme/../other/'),
    'no signature': url.replace(/&signature=.*/, ''),
    'an empty signature': url.replace(/signature=.*/, 'signature='),
    'a shorter signature': url.slice(0, -2),
    'a parameter more': `${url}&acl=public`,
  })) {
    it(`refuses ${name}`, () => assert.equal(check('PUT', changed, 30), '403 signature'));
  }

  it('refuses another method, and what has expired', () => {
    assert.equal(check('DELETE', url, 30), '403 signature');
    assert.equal(check('PUT', url, 601), '403 expired');
  });
});
