import { createServer } from 'node:http';

const mostBytes = 10_000;

class Problem extends Error {
  constructor(status, message, headers = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

export function createApp() {
  const orders = new Map();
  return createServer(async (request, response) => {
    const send = (status, body, headers = {}) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    try {
      const { status, body, headers } = await answer(request, orders);
      send(status, body, headers);
    } catch (error) {
      if (error instanceof Problem) send(error.status, { error: error.message }, error.headers);
      else send(500, { error: 'Something went wrong' });
    }
  });
}

async function answer(request, orders) {
  const [pathname] = request.url.split('?');
  if (pathname === '/orders') {
    allow(request, 'POST');
    const order = { id: orders.size + 1, ...checked(await readJson(request)) };
    orders.set(String(order.id), order);
    return { status: 201, body: order, headers: { Location: `/orders/${order.id}` } };
  }
  const id = /^\/orders\/([^/]+)$/.exec(pathname)?.[1];
  if (id === undefined) throw new Problem(404, 'There is no such path');
  allow(request, 'GET');
  const order = orders.get(id);
  if (!order) throw new Problem(404, 'There is no such order');
  return { status: 200, body: order };
}

function allow({ method }, allowed) {
  if (method !== allowed) throw new Problem(405, `Use ${allowed}`, { Allow: allowed });
}

async function readJson(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk); // read to the end, keep no more
  }
  if (size > mostBytes) throw new Problem(413, 'The body is too large');
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Problem(400, 'The body is not valid JSON');
  }
}

function checked(body) {
  const { item, quantity } = body ?? {};
  if (typeof item !== 'string' || item === '') throw new Problem(400, 'item must be a string of at least one character');
  if (!Number.isInteger(quantity) || quantity < 1) {
    throw new Problem(400, 'quantity must be a positive integer');
  }
  return { item, quantity };
}
