/* ---
title: Guards, interceptors and pipes on three levels
difficulty: medium
teaches: All guards run first, then the interceptors up to their call of next, then the pipes; each kind goes from global to controller to route, and interceptors come back in reverse order.
expect:
  - 'guard: global'
  - 'guard: controller'
  - 'guard: route'
  - 'interceptor: global'
  - 'interceptor: controller'
  - 'interceptor: route'
  - 'pipe: global'
  - 'pipe: controller'
  - 'pipe: route'
  - 'handler: order 7'
  - 'interceptor: route, after'
  - 'interceptor: controller, after'
  - 'interceptor: global, after'
--- */
const levels = ['global', 'controller', 'route'];

const guards = levels.map((level) => async () => {
  console.log(`guard: ${level}`);
  return true;
});
const interceptors = levels.map((level) => async (next) => {
  console.log(`interceptor: ${level}`);
  const result = await next(); // in NestJS: next.handle().pipe(tap(…))
  console.log(`interceptor: ${level}, after`);
  return result;
});
const pipes = levels.map((level) => async (value) => {
  console.log(`pipe: ${level}`);
  return value;
});
const handler = async (id) => console.log(`handler: order ${id}`);

// A small model of what NestJS puts around a handler.
async function handle(param) {
  for (const guard of guards) {
    if (!(await guard())) throw new Error('Forbidden');
  }
  const inner = async () => {
    let value = param;
    for (const pipe of pipes) value = await pipe(value);
    return handler(value);
  };
  const around = interceptors.reduceRight((next, interceptor) => () => interceptor(next), inner);
  return around();
}

await handle(7);
