/* ---
title: Four errors and the filter that gets them
difficulty: medium
teaches: Filters are tried from route to controller to global, and within one decorator from the last to the first; so a filter that catches everything has to be named first.
expect:
  - '(Everything, NoStockOnly): NoStockOnly'
  - '(NoStockOnly, Everything): Everything'
  - '(NoStockOnly) and another error: controller'
  - 'without a filter: 500'
--- */
class NoStock extends Error {}

const Everything = { name: 'Everything', catches: [] }; // in NestJS: @Catch()
const NoStockOnly = { name: 'NoStockOnly', catches: [NoStock] }; // @Catch(NoStock)
const ofController = { name: 'controller', catches: [] };

// A small model of how NestJS chooses: the most specific level first.
function filterFor(error, ...levels) {
  const filters = levels.flatMap((level) => level.toReversed());
  return filters.find(
    ({ catches }) => catches.length === 0 || catches.some((type) => error instanceof type),
  );
}

const tell = (name, error, ...levels) =>
  console.log(`${name}: ${filterFor(error, ...levels)?.name ?? 500}`);

// @UseFilters(Everything, NoStockOnly) and so on, at the route
tell('(Everything, NoStockOnly)', new NoStock(), [Everything, NoStockOnly]);
tell('(NoStockOnly, Everything)', new NoStock(), [NoStockOnly, Everything]);
tell('(NoStockOnly) and another error', new TypeError(), [NoStockOnly], [ofController]);
tell('without a filter', new TypeError(), [], []);
