/* ---
title: A template literal that is not a string
difficulty: hard
teaches: A tag receives the text and the values separately, so it can send the values as parameters; the same literal without the tag is a string with the attack inside.
expect:
  - "string: SELECT * FROM users WHERE name = '' OR 1=1 --'"
  - "tagged: SELECT * FROM users WHERE name = $1"
  - "values: [\"' OR 1=1 --\"]"
  - "nested: SELECT * FROM users WHERE age > $1 AND name = $2"
--- */
class Sql {
  constructor(strings, values) {
    this.text = strings[0];
    this.values = [];
    values.forEach((value, index) => this.add(value, strings[index + 1]));
  }
  add(value, after) {
    if (value instanceof Sql) {
      const offset = this.values.length;
      this.text += value.text.replace(/\$(\d+)/g, (_, number) => `$${Number(number) + offset}`);
      this.values.push(...value.values);
    } else {
      this.values.push(value);
      this.text += `$${this.values.length}`;
    }
    this.text += after;
  }
}
const sql = (strings, ...values) => new Sql(strings, values);

const name = "' OR 1=1 --";
console.log(`string: SELECT * FROM users WHERE name = '${name}'`);

const safe = sql`SELECT * FROM users WHERE name = ${name}`;
console.log(`tagged: ${safe.text}`);
console.log(`values: ${JSON.stringify(safe.values)}`);

const condition = sql`name = ${name}`;
console.log(`nested: ${sql`SELECT * FROM users WHERE age > ${17} AND ${condition}`.text}`);
