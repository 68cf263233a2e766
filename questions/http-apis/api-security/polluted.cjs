/* ---
title: A merge that reaches every object
difficulty: devilish
teaches: In an object literal __proto__ sets the prototype and is not an own key; in JSON it is an ordinary own key, and a careless deep merge writes through it into Object.prototype.
expect:
  - "before: undefined"
  - "after a literal: undefined"
  - "after JSON: true"
  - "without the prototype: undefined"
--- */
function merge(target, source) {
  for (const [key, value] of Object.entries(source)) {
    if (value !== null && typeof value === 'object') {
      target[key] ??= {};
      merge(target[key], value);
    } else {
      target[key] = value;
    }
  }
}

console.log(`before: ${{}.isAdmin}`);

merge({}, { __proto__: { isAdmin: true } });
console.log(`after a literal: ${{}.isAdmin}`);

merge({}, JSON.parse('{ "__proto__": { "isAdmin": true } }'));
console.log(`after JSON: ${{}.isAdmin}`);
console.log(`without the prototype: ${Object.create(null).isAdmin}`);
