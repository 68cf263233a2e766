/* ---
title: An error on its way through the chain
difficulty: medium
teaches: next(error) skips everything that takes no error; error middleware then passes the error on with next(error) or sends the response, and next() alone would clear it.
expect:
  - session
  - auth
  - "logger: no token"
  - "response 401: no token"
--- */
const chain = [
  (req, res, next) => (console.log('session'), next()),
  (req, res, next) => (console.log('auth'), next(new Error('no token'))),
  (req, res, next) => (console.log('handler'), next()),
  (error, req, res, next) => {
    console.log(`logger: ${error.message}`);
    next(error);
  },
  (req, res) => console.log('response 404'),
  (error, req, res, next) => console.log(`response 401: ${error.message}`),
];

function run(index, error) {
  const step = chain[index];
  const next = (problem) => run(index + 1, problem);
  const takesErrors = step.length === 4;
  if (takesErrors !== Boolean(error)) next(error);
  else if (error) step(error, {}, {}, next);
  else step({}, {}, next);
}

run(0);
