import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'orders-of-all-servers': [
    [
      `export function createApp() {
  const orders = new Map();
`,
      `const orders = new Map();

export function createApp() {
`,
    ],
  ],
  'keeps-unknown-fields': [
    ['  return { item, quantity };', '  return { ...body, item, quantity };'],
  ],
  'counts-characters': [['size += chunk.length;', 'size += chunk.toString().length;']],
  'joins-text-of-chunks': [
    ['chunks.push(chunk);', 'chunks.push(chunk.toString());'],
    [`Buffer.concat(chunks).toString('utf8')`, `chunks.join('')`],
  ],
  'one-byte-too-few': [['const mostBytes = 10_000;', 'const mostBytes = 9_999;']],
  'one-byte-too-many': [['const mostBytes = 10_000;', 'const mostBytes = 10_001;']],
  'quantity-as-text': [['!Number.isInteger(quantity)', '!Number.isInteger(Number(quantity))']],
  fractions: [['!Number.isInteger(quantity)', `typeof quantity !== 'number'`]],
  'null-is-an-error-of-ours': [['body ?? {}', 'body']],
  'method-before-path': [
    [
      `  const [pathname] = request.url.split('?');
`,
      `  const [pathname] = request.url.split('?');
  if (!['GET', 'POST'].includes(request.method)) allow(request, 'GET');
`,
    ],
  ],
  'without-allow': [['{ Allow: allowed }', '{}']],
  '405-without-json': [
    [
      '      if (error instanceof Problem) send(',
      `      if (error.status === 405) response.writeHead(405, error.headers).end();
      else if (error instanceof Problem) send(`,
    ],
  ],
  '413-without-json': [
    [
      '      if (error instanceof Problem) send(',
      `      if (error.status === 413) response.writeHead(413).end();
      else if (error instanceof Problem) send(`,
    ],
  ],
  'orders-in-an-object': [
    [
      'const orders = new Map();',
      `const orders = {};
  let made = 0;
  const store = { next: () => (made += 1), all: orders };`,
    ],
    ['answer(request, orders);', 'answer(request, store);'],
    ['async function answer(request, orders)', 'async function answer(request, { next, all })'],
    ['id: orders.size + 1', 'id: next()'],
    ['orders.set(String(order.id), order)', 'all[order.id] = order'],
    ['orders.get(id)', 'all[id]'],
  ],
  'parses-the-address': [
    [
      `  const [pathname] = request.url.split('?');`,
      `  const { pathname } = new URL(request.url, 'http://localhost');`,
    ],
    [
      `      else send(500, { error: 'Something went wrong' });`,
      '      else response.writeHead(500).end();',
    ],
  ],
  '200-for-a-new-order': [['status: 201', 'status: 200']],
};
