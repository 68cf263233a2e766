/* ---
title: Two boxes with different type arguments
difficulty: easy
teaches: Type arguments are erased, so Box of number and Box of string are one class, and nothing stops a wrong value.
expect:
  - 'same class: true'
  - 'arguments of the class: 1'
  - 'number box holds: string'
--- */
// In TypeScript: class Box<T> { constructor(public value: T) {} }
class Box {
  constructor(value) {
    this.value = value;
  }
}

const numbers = new Box(1); // Box<number>
const texts = new Box('one'); // Box<string>
console.log('same class:', numbers.constructor === texts.constructor);
console.log('arguments of the class:', Box.length);

numbers.value = JSON.parse('"one"'); // any fits everywhere
console.log('number box holds:', typeof numbers.value);
