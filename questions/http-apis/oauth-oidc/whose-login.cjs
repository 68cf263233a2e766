/* ---
title: The attacker wants you to be logged in
difficulty: medium
teaches: Without state, attackers can finish a login in your browser with their own code; state ties the callback to the browser that began, and both state and code work once.
expect:
  - "no state: victim is logged in as mallory"
  - "victim adds a card to mallory's account"
  - "with state: refused"
  - "own login: victim is logged in as ada"
  - "the same callback again: refused"
--- */
const { randomUUID } = require('node:crypto');

const users = new Map();
const codeFor = (user) => {
  const code = randomUUID();
  users.set(code, user);
  return code;
};

function callback(session, query, { checkState }) {
  const { state } = session;
  delete session.state; // one attempt
  if (checkState && (!state || query.state !== state)) return false;
  const user = users.get(query.code);
  if (!users.delete(query.code)) return false; // unknown, or used before
  session.user = user;
  return true;
}

// Mallory begins a login, stops before the callback, and makes the victim open that link.
const link = () => ({ code: codeFor('mallory'), state: randomUUID() });

const careless = {};
callback(careless, link(), { checkState: false });
console.log(`no state: victim is logged in as ${careless.user}`);
console.log(`victim adds a card to ${careless.user}'s account`);

const careful = {};
const accepted = callback(careful, link(), { checkState: true });
console.log(`with state: ${accepted ? careful.user : 'refused'}`);

careful.state = randomUUID();
const own = { code: codeFor('ada'), state: careful.state };
callback(careful, own, { checkState: true });
console.log(`own login: victim is logged in as ${careful.user}`);

const again = callback(careful, own, { checkState: true });
console.log(`the same callback again: ${again ? careful.user : 'refused'}`);
