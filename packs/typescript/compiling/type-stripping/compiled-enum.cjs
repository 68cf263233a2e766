/* ---
title: What is left of a numeric enum
difficulty: easy
teaches: A numeric enum becomes an object that maps both ways, so its keys and values hold names and numbers.
expect:
  - 'keys: 0,1,Junior,Senior'
  - 'values: 4'
  - 'by name: 1'
  - 'by number: Senior'
  - 'unknown number: undefined'
--- */
// enum Level { Junior, Senior } is compiled to this:
var Level;
(function (Level) {
  Level[(Level['Junior'] = 0)] = 'Junior';
  Level[(Level['Senior'] = 1)] = 'Senior';
})(Level || (Level = {}));

console.log('keys:', Object.keys(Level).join());
console.log('values:', Object.values(Level).length);
console.log('by name:', Level.Senior);
console.log('by number:', Level[1]);
console.log('unknown number:', Level[7]);
