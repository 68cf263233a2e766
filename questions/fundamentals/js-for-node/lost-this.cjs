/* ---
title: A method passed as a callback
difficulty: medium
teaches: this is decided by the call, not by where the method was written, so a method that is passed as a callback loses its object; an arrow function or bind keeps it.
expect:
  - 'called as a method: Ada'
  - 'passed by itself: TypeError'
  - 'wrapped in an arrow function: Ada'
  - 'bound: Ada'
  - 'arrow field: Ada'
--- */
class User {
  name = 'Ada';
  greet() {
    return this.name;
  }
  greetAlways = () => this.name;
}

const user = new User();
const run = (callback) => {
  try {
    return callback();
  } catch (error) {
    return error.name;
  }
};

console.log(`called as a method: ${user.greet()}`);
console.log(`passed by itself: ${run(user.greet)}`);
console.log(`wrapped in an arrow function: ${run(() => user.greet())}`);
console.log(`bound: ${run(user.greet.bind(user))}`);
console.log(`arrow field: ${run(user.greetAlways)}`);
