/* ---
title: A field that the subclass only declares
difficulty: hard
teaches: A field without a value is still a field; in a subclass it is set to undefined after the parent's constructor has assigned it.
expect:
  - 'parent sees: Ada'
  - 'declared again: undefined'
  - 'left alone: Ada'
--- */
class Person {
  constructor(name) {
    this.name = name;
    if (new.target === Admin) console.log('parent sees:', this.name);
  }
}

class Admin extends Person {
  name; // what stripping leaves of `name: 'Ada' | 'Bob';`
}
class Guest extends Person {
  // `declare name: 'Ada' | 'Bob';` leaves nothing
}

console.log('declared again:', new Admin('Ada').name);
console.log('left alone:', new Guest('Ada').name);
