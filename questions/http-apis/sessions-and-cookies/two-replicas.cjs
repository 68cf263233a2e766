/* ---
title: Two replicas with a Map each
difficulty: easy
teaches: A session in the memory of one process exists on that replica only; with a shared store any replica can serve the user.
expect:
  - "own Maps: login on A"
  - "own Maps: A knows ada"
  - "own Maps: B says 401"
  - "one store: login on A"
  - "one store: A knows ada"
  - "one store: B knows ada"
--- */
const { randomBytes } = require('node:crypto');

function replica(name, how, store) {
  return {
    login(user) {
      const id = randomBytes(16).toString('base64url');
      store.set(id, { user });
      console.log(`${how}: login on ${name}`);
      return id;
    },
    visit(id) {
      const session = store.get(id);
      console.log(`${how}: ${name} ${session ? `knows ${session.user}` : 'says 401'}`);
    },
  };
}

function useBoth(a, b) {
  const cookie = a.login('ada');
  a.visit(cookie);
  b.visit(cookie);
}

useBoth(replica('A', 'own Maps', new Map()), replica('B', 'own Maps', new Map()));

const shared = new Map();
useBoth(replica('A', 'one store', shared), replica('B', 'one store', shared));
