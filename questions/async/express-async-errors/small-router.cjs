/* ---
title: A small router that forwards rejections
difficulty: medium
teaches: Catching both a throw and a rejection sends them down one path, past the ordinary handlers to those with four parameters, which pass the error on with next(error).
expect:
  - 1 request gets an id
  - 2 handler fails
  - 4 logs no connection
  - "5 sends a 500 for request 7"
--- */
function run(chain, request, index = 0, error = undefined) {
  const handler = chain[index];
  if (!handler) return;
  const next = (reason) => run(chain, request, index + 1, reason);
  if ((handler.length === 4) !== Boolean(error)) return next(error);
  try {
    const result = error ? handler(error, request, {}, next) : handler(request, {}, next);
    result?.then?.(undefined, (reason) => next(reason || new Error('Rejected promise')));
  } catch (thrown) {
    next(thrown);
  }
}

run(
  [
    (request, response, next) => next(console.log('1 request gets an id')),
    async () => {
      console.log('2 handler fails');
      throw new Error('no connection');
    },
    () => console.log('3 page is rendered'),
    (error, request, response, next) => {
      console.log(`4 logs ${error.message}`);
      next(error);
    },
    (error, request, response, next) => console.log(`5 sends a 500 for request ${request.id}`),
  ],
  { id: 7 },
);
