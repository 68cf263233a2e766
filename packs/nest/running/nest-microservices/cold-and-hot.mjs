/* ---
title: A message that is sent on subscription, and an event that is sent right away
difficulty: medium
teaches: send returns a cold observable, so each subscription sends the message again, and without one nothing is sent; emit sends right away, whether anybody subscribes or not.
expect:
  - 'send, no subscription: 0'
  - 'send, two subscriptions: 2'
  - 'emit, no subscription: 1'
  - 'emit, with a subscription: 1'
--- */
let delivered = 0;
const deliver = (message) => {
  delivered++;
  return `reply to ${message}`;
};

// A small model of ClientProxy. In NestJS these are observables of RxJS.
class Client {
  send(message) {
    return { subscribe: (next) => next(deliver(message)) }; // cold: the work is in subscribe
  }
  emit(message) {
    deliver(message); // hot: it is on its way
    return { subscribe: (next) => next() };
  }
}

function count(name, use) {
  delivered = 0;
  use(new Client());
  console.log(`${name}: ${delivered}`);
}

count('send, no subscription', (client) => client.send('sum'));
count('send, two subscriptions', (client) => {
  const reply = client.send('sum');
  reply.subscribe(() => {});
  reply.subscribe(() => {});
});
count('emit, no subscription', (client) => client.emit('order.created'));
count('emit, with a subscription', (client) => {
  client.emit('order.created').subscribe(() => {});
});
