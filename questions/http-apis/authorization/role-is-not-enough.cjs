/* ---
title: A role opens the route, not the object
difficulty: easy
teaches: A role check lets every customer read every order; the condition on the owner is what protects the object.
expect:
  - "role: ada may read order 1"
  - "role: bob may read order 1"
  - "role and owner: ada may read order 1"
  - "role and owner: bob may not"
--- */
const order = { id: 1, customer: 'ada' };
const users = [
  { name: 'ada', role: 'customer' },
  { name: 'bob', role: 'customer' },
];

const byRole = (user) => user.role === 'customer';
const byRoleAndOwner = (user, object) => byRole(user) && object.customer === user.name;

for (const user of users) {
  console.log(`role: ${user.name} ${byRole(user) ? `may read order ${order.id}` : 'may not'}`);
}
for (const user of users) {
  const allowed = byRoleAndOwner(user, order);
  console.log(`role and owner: ${user.name} ${allowed ? `may read order ${order.id}` : 'may not'}`);
}
