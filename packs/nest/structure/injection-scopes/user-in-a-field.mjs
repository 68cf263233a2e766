/* ---
title: The users of two requests, in a field and in a store
difficulty: medium
teaches: A singleton serves all requests at the same time, so a field holds whatever the last request wrote; AsyncLocalStorage keeps a value for each chain of calls.
expect:
  - 'field: Ada gets the orders of Grace'
  - 'field: Grace gets the orders of Grace'
  - 'storage: Ada gets the orders of Ada'
  - 'storage: Grace gets the orders of Grace'
decoys:
  - 'field: Ada gets the orders of Ada'
  - 'storage: Ada gets the orders of Grace'
--- */
import { AsyncLocalStorage } from 'node:async_hooks';

const query = async () => {}; // something that takes a moment

class OrdersWithField {
  async find(user) {
    this.user = user;
    await query();
    console.log(`field: ${user} gets the orders of ${this.user}`);
  }
}

const storage = new AsyncLocalStorage();
class OrdersWithStorage {
  async find(user) {
    await query();
    console.log(`storage: ${user} gets the orders of ${storage.getStore().user}`);
  }
}

const orders = new OrdersWithField(); // a provider of the default scope: one for all
await Promise.all([orders.find('Ada'), orders.find('Grace')]);

const better = new OrdersWithStorage();
await Promise.all(
  ['Ada', 'Grace'].map((user) => storage.run({ user }, () => better.find(user))),
);
