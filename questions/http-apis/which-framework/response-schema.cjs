/* ---
title: What leaves the service?
difficulty: easy
teaches: JSON.stringify sends every field that somebody ever adds; a serializer made from a response schema, as in Fastify, sends only what is listed.
expect:
  - "stringify: {\"id\":7,\"name\":\"Ada\",\"passwordHash\":\"9f2c\"}"
  - "schema: {\"id\":7,\"name\":\"Ada\"}"
  - "toJSON: {\"id\":7}"
--- */

// A model of what Fastify compiles from a schema.
function compile({ properties }) {
  const names = Object.keys(properties);
  return (value) => JSON.stringify(Object.fromEntries(names.map((name) => [name, value[name]])));
}

const user = { id: 7, name: 'Ada', passwordHash: '9f2c' };
console.log(`stringify: ${JSON.stringify(user)}`);

const serialize = compile({ properties: { id: { type: 'integer' }, name: { type: 'string' } } });
console.log(`schema: ${serialize(user)}`);

// Without a schema: the object itself decides, and everybody has to remember it.
const careful = { ...user, toJSON: () => ({ id: user.id }) };
console.log(`toJSON: ${JSON.stringify(careful)}`);
