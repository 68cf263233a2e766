/* ---
title: An error on its way through the chain
difficulty: medium
teaches: next(error) skips everything that takes no error; each error handler then passes the error on with next(error) or ends it with an answer.
expect:
  - session
  - auth
  - "logger: no token"
  - "answer 401: no token"
--- */
const chain = [
  (req, next) => (console.log('session'), next()),
  (req, next) => (console.log('auth'), next(new Error('no token'))),
  (req, next) => (console.log('handler'), next()),
  (error, req, next) => {
    console.log(`logger: ${error.message}`);
    next(error);
  },
  () => console.log('answer 404'),
  (error, req, next) => console.log(`answer 401: ${error.message}`),
];

function run(index, error) {
  const step = chain[index];
  const next = (problem) => run(index + 1, problem);
  const takesErrors = step.length === 3;
  if (takesErrors !== Boolean(error)) next(error);
  else if (error) step(error, {}, next);
  else step({}, next);
}

run(0);
