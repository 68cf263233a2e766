/* ---
title: A small router that forwards rejections
difficulty: medium
teaches: Awaiting the handler inside try sends thrown errors and rejections the same way, past the ordinary handlers to those with four arguments.
expect:
  - 1 request gets an id
  - 2 handler fails
  - 4 logs no connection
  - "5 answers 500 to request 7"
--- */
async function run(chain, request) {
  let error;
  for (const handler of chain) {
    if ((handler.length === 4) !== (error !== undefined)) continue;
    let goOn = false;
    const next = (reason = error) => {
      error = reason;
      goOn = true;
    };
    try {
      await (error ? handler(error, request, {}, next) : handler(request, {}, next));
    } catch (reason) {
      next(reason);
    }
    if (!goOn) return;
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
    (error, request, response, next) => next(console.log(`4 logs ${error.message}`)),
    (error, request, response, next) => console.log(`5 answers 500 to request ${request.id}`),
  ],
  { id: 7 },
);
