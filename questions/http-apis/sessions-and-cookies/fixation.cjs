/* ---
title: An id that the attacker already knows
difficulty: medium
teaches: If the id stays the same at login, whoever planted it is logged in as the victim; a new id at login leaves the attacker with a guest's session.
expect:
  - "same id: victim is ada"
  - "same id: attacker is ada"
  - "new id: victim is ada"
  - "new id: attacker is a guest"
--- */
const { randomBytes } = require('node:crypto');

const sessions = new Map();

function open(user) {
  const id = randomBytes(16).toString('base64url');
  sessions.set(id, { user });
  return id;
}

const logins = {
  'same id': (id, user) => {
    sessions.get(id).user = user;
    return id;
  },
  'new id': (id, user) => {
    sessions.delete(id);
    return open(user);
  },
};

for (const [how, login] of Object.entries(logins)) {
  // The attacker visits the site and plants the id, for example through a subdomain's cookie.
  const planted = open('a guest');
  const victim = login(planted, 'ada');

  const userOf = (id) => sessions.get(id)?.user ?? 'a guest';
  console.log(`${how}: victim is ${userOf(victim)}`);
  console.log(`${how}: attacker is ${userOf(planted)}`);
}
