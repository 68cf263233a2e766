/* ---
title: A user who logs out while we save
difficulty: devilish
teaches: The compiler keeps the narrowed type of a field across an await, but meanwhile other code can change the object; a copy in a const doesn't change.
expect:
  - 'checked: Ada'
  - 'logged out'
  - 'kept: Ada'
  - 'field: TypeError'
--- */
const session = { user: { name: 'Ada' } };

const save = async () => {};

async function handle() {
  if (!session.user) return;
  const { user } = session;
  console.log('checked:', session.user.name);
  await save();
  console.log('kept:', user.name);
  console.log('field:', session.user.name); // TypeScript finds nothing wrong here
}

const handled = handle().catch((error) => console.log('field:', error.name));
session.user = null;
console.log('logged out');
await handled;
