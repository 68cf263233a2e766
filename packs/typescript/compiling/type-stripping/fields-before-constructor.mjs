/* ---
title: A field that uses what the constructor sets
difficulty: medium
teaches: Class fields are set before the body of the constructor runs, so they do not see what it assigns, which older output of tsc did allow.
expect:
  - 'field: no prefix'
  - 'constructor: app'
  - 'kept: no prefix'
--- */
// In TypeScript: constructor(private prefix: string) {}, written by hand
class Logger {
  label = this.show('field');

  constructor(prefix) {
    this.prefix = prefix;
    this.show('constructor');
  }
  show(from) {
    const text = this.prefix ?? 'no prefix';
    console.log(`${from}: ${text}`);
    return text;
  }
}

console.log('kept:', new Logger('app').label);
