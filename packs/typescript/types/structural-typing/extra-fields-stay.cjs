/* ---
title: A type that shows two of three fields
difficulty: easy
teaches: Types are erased, so a value keeps the fields that its type does not name; only new code leaves them out.
expect:
  - 'all keys: id,name,password'
  - '{"id":7,"name":"Ada","password":"secret"}'
  - 'picked: {"id":7,"name":"Ada"}'
--- */
// In TypeScript: function show(user: { id: number; name: string }): void
function show(user) {
  console.log('all keys:', Object.keys(user).join());
  console.log(JSON.stringify(user));
  const { id, name } = user;
  console.log('picked:', JSON.stringify({ id, name }));
}

show({ id: 7, name: 'Ada', password: 'secret' });
