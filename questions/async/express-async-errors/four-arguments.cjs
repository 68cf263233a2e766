/* ---
title: Which of these is error middleware?
difficulty: devilish
teaches: Express recognizes error middleware by its four declared parameters, handler.length; a parameter with a default value does not count, nor do those after it, nor a rest parameter.
expect:
  - "four names: 4, error middleware"
  - "no next: 3, ordinary"
  - "next with a default: 3, ordinary"
  - "rest: 0, ordinary"
--- */
const handlers = {
  'four names': (error, request, response, next) => next(error),
  'no next': (error, request, response) => response.end(error.message),
  'next with a default': (error, request, response, next = () => {}) => next(error),
  rest: (...args) => args[3](args[0]),
};

for (const [name, handler] of Object.entries(handlers)) {
  const kind = handler.length === 4 ? 'error middleware' : 'ordinary';
  console.log(`${name}: ${handler.length}, ${kind}`);
}
