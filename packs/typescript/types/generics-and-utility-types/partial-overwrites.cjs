/* ---
title: A patch with a field that is undefined
difficulty: medium
teaches: Partial allows undefined for each field, and a spread copies it; a field that is present but undefined wipes the old value.
expect:
  - 'missing field: Ada, user'
  - 'undefined field: undefined, user'
  - 'as JSON: {"role":"user"}'
  - 'extra field: Ada, admin'
--- */
const row = { name: 'Ada', role: 'user' };

// In TypeScript: function patch(changes: Partial<Row>): Row
const patch = (changes) => ({ ...row, ...changes });
const tell = (name, { name: who, role }) => console.log(`${name}: ${who}, ${role}`);

tell('missing field', patch({}));
const wiped = patch({ name: undefined });
tell('undefined field', wiped);
console.log('as JSON:', JSON.stringify(wiped));
tell('extra field', patch(JSON.parse('{"role":"admin"}')));
