/* ---
title: then with two handlers
difficulty: medium
teaches: The second argument of then handles failures from before this then, not those of the first argument; a catch after it sees both.
expect:
  - "one then: first handler throws"
  - "then and catch: first handler throws"
  - "one then: bad JSON went past it"
  - "then and catch: bad JSON is handled"
--- */
const fail = (label) => () => {
  console.log(`${label}: first handler throws`);
  throw new Error('bad JSON');
};

Promise.resolve()
  .then(fail('one then'), (error) => console.log(`one then: ${error.message} is handled`))
  .catch((error) => console.log(`one then: ${error.message} went past it`));

Promise.resolve()
  .then(fail('then and catch'))
  .catch((error) => console.log(`then and catch: ${error.message} is handled`));
