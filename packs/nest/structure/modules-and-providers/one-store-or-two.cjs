/* ---
title: One store, or one for each module
difficulty: medium
teaches: A provider belongs to the module that lists it. Exported and imported it is shared; listed in two modules it is created twice, and without an export nobody else sees it.
expect:
  - 'exported: 1 store, shared'
  - 'listed twice: 2 stores, not shared'
  - 'not exported: UnknownDependenciesException'
decoys:
  - 'listed twice: 1 store, shared'
  - 'not exported: 1 store, shared'
--- */
// A small model of the container of NestJS: each module has its own instances.
function createApp(root) {
  const instances = new Map();

  function resolve(type, module) {
    if (module.providers?.includes(type)) return instanceIn(module, type);
    const from = module.imports?.find(({ exports }) => exports?.includes(type));
    if (from) return resolve(type, from);
    throw Object.assign(new Error(type.name), { name: 'UnknownDependenciesException' });
  }

  function instanceIn(module, type) {
    const own = instances.get(module) ?? new Map();
    instances.set(module, own);
    if (!own.has(type)) {
      own.set(type, new type(...(type.inject ?? []).map((other) => resolve(other, module))));
    }
    return own.get(type);
  }

  const start = (module) => {
    module.imports?.forEach(start);
    module.providers?.forEach((type) => instanceIn(module, type));
  };
  start(root);
  return instanceIn;
}

let made;
class Store {
  constructor() {
    made++;
  }
}
class Orders {
  static inject = [Store];
  constructor(store) {
    this.store = store;
  }
}
class Invoices extends Orders {}

function tell(name, orders, invoices) {
  made = 0;
  try {
    const get = createApp({ imports: [orders, invoices] });
    const shared = get(orders, Orders).store === get(invoices, Invoices).store;
    console.log(`${name}: ${made} store${made > 1 ? 's' : ''}, ${shared ? 'shared' : 'not shared'}`);
  } catch (error) {
    console.log(`${name}: ${error.name}`);
  }
}

const storage = { providers: [Store], exports: [Store] };
tell('exported', { imports: [storage], providers: [Orders] }, { imports: [storage], providers: [Invoices] });
tell('listed twice', { providers: [Store, Orders] }, { providers: [Store, Invoices] });
const closed = { providers: [Store] };
tell('not exported', { imports: [closed], providers: [Orders] }, { imports: [closed], providers: [Invoices] });
