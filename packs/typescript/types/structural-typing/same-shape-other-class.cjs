/* ---
title: The same shape, but not the same class
difficulty: medium
teaches: The compiler accepts any object of the right shape as an instance; instanceof looks at the prototype chain, so it does not.
expect:
  - 'instance: true, 20 degrees'
  - 'literal: false, 20 degrees'
  - 'from JSON: false, TypeError'
decoys:
  - 'literal: true, 20 degrees'
  - 'from JSON: true, 20 degrees'
--- */
class Celsius {
  constructor(degrees) {
    this.degrees = degrees;
  }
  text() {
    return `${this.degrees} degrees`;
  }
}

function tell(name, value) {
  let text;
  try {
    text = value.text();
  } catch (error) {
    text = error.name;
  }
  console.log(`${name}: ${value instanceof Celsius}, ${text}`);
}

tell('instance', new Celsius(20));
tell('literal', { degrees: 20, text: () => '20 degrees' });
tell('from JSON', JSON.parse(JSON.stringify(new Celsius(20)))); // `as Celsius` would compile
