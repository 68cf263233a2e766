/* ---
title: Two services that need each other
difficulty: medium
teaches: A constant can't be used before its line has run, so two objects can't both be passed to each other's factory; let one announce what happened instead of calling the other.
expect:
  - 'each other: ReferenceError'
  - 'event: invoice for order 7'
  - 'event: order 7 is billed'
--- */
const { EventEmitter } = require('node:events');

function createOrders({ billing }) {
  return { place: (id) => billing.charge(id), billed: (id) => console.log(`order ${id} is billed`) };
}
const createBilling = ({ orders }) => ({ charge: (id) => orders.billed(id) });

try {
  const orders = createOrders({ billing });
  const billing = createBilling({ orders });
  orders.place(7);
} catch (error) {
  console.log(`each other: ${error.name}`);
}

// Billing knows nothing of orders; it says what it did.
const events = new EventEmitter();
const billing = {
  charge(id) {
    console.log(`event: invoice for order ${id}`);
    events.emit('billed', id);
  },
};
events.on('billed', (id) => console.log(`event: order ${id} is billed`));
billing.charge(7);
