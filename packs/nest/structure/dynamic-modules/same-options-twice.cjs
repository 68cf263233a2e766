/* ---
title: A dynamic module that is configured twice with equal options
difficulty: medium
teaches: Each call of register makes a separate module, even with equal options; one result that is imported twice is one module with one client.
expect:
  - 'two calls: 2 clients, shared: false'
  - 'one result: 1 client, shared: true'
--- */
// A small model: since NestJS 11 a dynamic module is identified by its object, not by what is in it.
let clients;
class Client {
  constructor(options) {
    clients++;
    this.options = options;
  }
}

const HttpModule = {
  register: (options) => ({ module: HttpModule, provide: () => new Client(options) }),
};

function createApp(...features) {
  const instances = new Map(); // by the object that register returned
  return features.map(({ imports: [dynamic] }) => {
    if (!instances.has(dynamic)) instances.set(dynamic, dynamic.provide());
    return instances.get(dynamic);
  });
}

function tell(name, ...imported) {
  clients = 0;
  const [orders, invoices] = createApp(...imported.map((dynamic) => ({ imports: [dynamic] })));
  const count = `${clients} client${clients > 1 ? 's' : ''}`;
  console.log(`${name}: ${count}, shared: ${orders === invoices}`);
}

const options = { url: 'https://bank.example' };
tell('two calls', HttpModule.register(options), HttpModule.register(options));

const bank = HttpModule.register(options);
tell('one result', bank, bank);
