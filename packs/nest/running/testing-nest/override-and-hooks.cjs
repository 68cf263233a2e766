/* ---
title: What a testing module creates, and when its hooks run
difficulty: medium
teaches: compile creates the providers and init runs their hooks; an overridden provider is replaced before anything is created, so the real constructor never runs.
expect:
  - 'real store is created'
  - 'compiled'
  - 'real store connects'
  - 'initialized'
  - 'real: order 7 from the database'
  - 'compiled with a fake'
  - 'fake: order 7 from a map'
--- */
class Store {
  constructor() {
    console.log('real store is created');
  }
  onModuleInit() {
    console.log('real store connects');
  }
  find = (id) => `order ${id} from the database`;
}
class Orders {
  static inject = [Store];
  constructor(store) {
    this.store = store;
  }
  find = (id) => this.store.find(id);
}

// A small model of Test.createTestingModule({ providers })
function createTestingModule(providers) {
  const overrides = new Map();
  const instances = new Map();
  const create = (type) => {
    if (!instances.has(type)) {
      const make = () => new type(...(type.inject ?? []).map(create));
      instances.set(type, overrides.has(type) ? overrides.get(type) : make());
    }
    return instances.get(type);
  };
  return {
    overrideProvider(type, value) {
      overrides.set(type, value);
      return this;
    },
    async compile() {
      providers.forEach(create);
      return this;
    },
    async init() {
      for (const one of instances.values()) await one.onModuleInit?.();
    },
    get: create,
  };
}

async function main() {
  const real = await createTestingModule([Store, Orders]).compile();
  console.log('compiled');
  await real.init();
  console.log('initialized');
  console.log('real:', real.get(Orders).find(7));

  const fake = { find: (id) => `order ${id} from a map` };
  const module = await createTestingModule([Store, Orders]).overrideProvider(Store, fake).compile();
  console.log('compiled with a fake');
  console.log('fake:', module.get(Orders).find(7));
}

main();
