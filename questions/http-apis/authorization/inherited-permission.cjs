/* ---
title: A permission that nobody granted
difficulty: medium
teaches: A plain object also has what it inherits from Object.prototype, so a lookup of permissions has to ask for own keys, or use a Map.
expect:
  - "read: true"
  - "refund: false"
  - "constructor: true"
  - "own keys only, constructor: false"
  - "Map, constructor: false"
--- */
const permissions = { read: true };

const can = (action) => Boolean(permissions[action]);
console.log(`read: ${can('read')}`);
console.log(`refund: ${can('refund')}`);
console.log(`constructor: ${can('constructor')}`);

const canOwn = (action) => Object.hasOwn(permissions, action) && permissions[action];
console.log(`own keys only, constructor: ${canOwn('constructor')}`);

const map = new Map(Object.entries(permissions));
console.log(`Map, constructor: ${map.get('constructor') === true}`);
