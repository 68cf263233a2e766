/* ---
title: What a private field is when the program runs
difficulty: hard
teaches: A field that TypeScript calls private is an ordinary one at run time; only a field whose name begins with # is hidden.
expect:
  - 'json: {"pin":1234}'
  - 'by name: 1234'
  - 'hash by name: undefined'
  - 'own keys: pin'
  - 'other object: TypeError'
--- */
class Account {
  pin = 1234; // In TypeScript: private pin = 1234
  #balance = 100;

  richerThan(other) {
    return this.#balance > other.#balance;
  }
}

const account = new Account();
console.log('json:', JSON.stringify(account));
console.log('by name:', account['pin']);
console.log('hash by name:', account['#balance']);
console.log('own keys:', Reflect.ownKeys(account).join());
try {
  account.richerThan({ pin: 1, '#balance': 5 });
} catch (error) {
  console.log('other object:', error.name);
}
