/* ---
title: Through the onion and back
difficulty: medium
teaches: In Koa each middleware awaits everything downstream, so the code after await next() runs in reverse order, when the response is complete.
expect:
  - timing in
  - auth in
  - handler
  - auth out
  - "timing out, status 200"
  - "timing in, again"
  - auth refuses
  - "timing out, status 401"
--- */

// What Koa does with its middleware, as a model.
function compose(middleware) {
  const run = async (context, index = 0) =>
    middleware[index]?.(context, () => run(context, index + 1));
  return (context) => run(context);
}

const app = compose([
  async function timing(context, next) {
    console.log(context.token ? 'timing in' : 'timing in, again');
    await next();
    console.log(`timing out, status ${context.status}`);
  },
  async function auth(context, next) {
    if (!context.token) {
      console.log('auth refuses');
      context.status = 401;
      return;
    }
    console.log('auth in');
    await next();
    console.log('auth out');
  },
  async function handler(context) {
    await new Promise((resolve) => setTimeout(resolve, 5)); // the database
    console.log('handler');
    context.status = 200;
  },
]);

async function main() {
  await app({ token: 'x' });
  await app({});
}

main();
