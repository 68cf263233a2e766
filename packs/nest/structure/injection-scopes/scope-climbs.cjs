/* ---
title: One provider for each request, and who else is created
difficulty: hard
teaches: Whatever depends on a request-scoped provider becomes request-scoped as well, up to the controller; what it depends on stays a singleton.
expect:
  - 'at start: Store 1, Health 1'
  - 'after two requests: Store 1, Health 1, RequestUser 2, Orders 2, OrdersController 2'
decoys:
  - 'at start: Store 1, Health 1, OrdersController 1'
  - 'after two requests: Store 2, Health 1, RequestUser 2, Orders 2, OrdersController 2'
--- */
const made = new Map();
const count = () => [...made].map(([name, times]) => `${name} ${times}`).join(', ');

class Counted {
  constructor() {
    const { name } = this.constructor;
    made.set(name, (made.get(name) ?? 0) + 1);
  }
}
class Store extends Counted {}
class Health extends Counted {
  static inject = [Store];
}
class RequestUser extends Counted {
  static scope = 'request'; // in NestJS: @Injectable({ scope: Scope.REQUEST })
}
class Orders extends Counted {
  static inject = [Store, RequestUser];
}
class OrdersController extends Counted {
  static inject = [Orders];
}

// A small model of the injector: each request has its own map of scoped instances.
const singletons = new Map();
const isScoped = (type) => type.scope === 'request' || Boolean(type.inject?.some(isScoped));

function resolve(type, request) {
  const instances = isScoped(type) ? request : singletons;
  if (!instances.has(type)) {
    const needs = (type.inject ?? []).map((other) => resolve(other, request));
    instances.set(type, new type(...needs));
  }
  return instances.get(type);
}

const all = [Store, Health, RequestUser, Orders, OrdersController];
for (const type of all.filter((one) => !isScoped(one))) resolve(type);
console.log('at start:', count());

for (let request = 0; request < 2; request++) resolve(OrdersController, new Map());
console.log('after two requests:', count());
