/* ---
title: Four names that are used above their line
difficulty: easy
teaches: A var exists from the start of its function with the value undefined; let, const and class exist too but throw until their line has run; a function declaration can be called above its line.
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
