/* ---
title: A service that remembers the user
difficulty: hard
teaches: A singleton serves all requests, and at each await another request may run, so what it remembers about one request is overwritten by the next; pass it as a parameter or keep it in AsyncLocalStorage.
expect:
  - 'field: order of ada belongs to bob'
  - 'field: order of bob belongs to bob'
  - 'parameter: order of ada belongs to ada'
  - 'parameter: order of bob belongs to bob'
  - 'storage: order of ada belongs to ada'
  - 'storage: order of bob belongs to bob'
decoys:
  - 'field: order of ada belongs to ada'
  - 'parameter: order of ada belongs to bob'
--- */
const { AsyncLocalStorage } = require('node:async_hooks');

const query = async () => {}; // anything that is awaited
const log = (how, who, user) => console.log(`${how}: order of ${who} belongs to ${user}`);

class Orders {
  async withField(who) {
    this.user = who;
    await query();
    log('field', who, this.user);
  }

  async withParameter(who, user) {
    await query();
    log('parameter', who, user);
  }

  storage = new AsyncLocalStorage();
  async withStorage(who) {
    await query();
    log('storage', who, this.storage.getStore());
  }
}

const orders = new Orders(); // one for all requests
const both = (handle) => Promise.all(['ada', 'bob'].map(handle));

async function main() {
  await both((who) => orders.withField(who));
  await both((who) => orders.withParameter(who, who));
  await both((who) => orders.storage.run(who, () => orders.withStorage(who)));
}

main();
