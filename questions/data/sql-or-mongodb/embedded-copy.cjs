/* ---
title: A customer moves
difficulty: easy
teaches: What is copied into a document stays as it was when the original changes; that is right for an order's address and wrong for a name that is meant to be current.
expect:
  - "customer: Ada Lovelace"
  - "order, embedded: Ada Byron"
  - "order, by reference: Ada Lovelace"
--- */
const customers = new Map([[7, { _id: 7, name: 'Ada Byron' }]]);
const orders = new Map();

// A copy goes in: as with a real database, nobody shares an object with it.
const insert = (collection, document) => collection.set(document._id, structuredClone(document));

insert(orders, { _id: 1, customer: customers.get(7) });
insert(orders, { _id: 2, customerId: 7 });

customers.get(7).name = 'Ada Lovelace';

console.log(`customer: ${customers.get(7).name}`);
console.log(`order, embedded: ${orders.get(1).customer.name}`);
console.log(`order, by reference: ${customers.get(orders.get(2).customerId).name}`);
