/* ---
title: Four names used before their declaration
difficulty: easy
teaches: A var exists from the start of its function with the value undefined; let, const and class exist too but throw until their declaration has run; a function can be called before its declaration.
expect:
  - 'var: undefined'
  - 'let: ReferenceError'
  - 'class: ReferenceError'
  - 'function: hello'
--- */
function tell(name, read) {
  try {
    console.log(`${name}: ${read()}`);
  } catch (error) {
    console.log(`${name}: ${error.name}`);
  }
}

tell('var', () => early);
tell('let', () => late);
tell('class', () => new Order().id);
tell('function', () => greet());

var early = 1;
let late = 2;
class Order {
  id = 3;
}
function greet() {
  return 'hello';
}
