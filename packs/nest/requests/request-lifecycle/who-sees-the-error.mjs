/* ---
title: An error in a guard, and one in a pipe
difficulty: hard
teaches: Pipes run inside the interceptors, so an interceptor sees their errors; a guard refuses before any interceptor has started. The exception filter sees both.
expect:
  - 'filter: 403'
  - 'interceptor sees 400'
  - 'filter: 400'
  - 'interceptor sees 404'
  - 'filter: 404'
--- */
class HttpError extends Error {
  constructor(status) {
    super(String(status));
    this.status = status;
  }
}

const guard = (user) => user !== undefined;

async function interceptor(next) {
  try {
    return await next();
  } catch (error) {
    console.log(`interceptor sees ${error.status}`);
    throw error;
  }
}

function toNumber(text) {
  if (!/^\d+$/.test(text)) throw new HttpError(400);
  return Number(text);
}

async function handler(id) {
  if (id !== 7) throw new HttpError(404);
  return { id };
}

async function request(user, id) {
  try {
    if (!guard(user)) throw new HttpError(403);
    return await interceptor(async () => handler(toNumber(id)));
  } catch (error) {
    console.log(`filter: ${error.status}`); // an exception filter
  }
}

await request(undefined, '7');
await request('Ada', 'seven');
await request('Ada', '8');
