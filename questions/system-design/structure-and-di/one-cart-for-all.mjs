/* ---
title: A module that keeps a list
difficulty: easy
teaches: A module runs once and all importers share what it exports, so one test sees what another left behind; a factory makes a new object for each caller.
expect:
  - 'the module runs'
  - 'test 2, module: 1 item'
  - 'test 2, factory: 0 items'
--- */
const cartModule = `data:text/javascript,
  console.log('the module runs');
  export const items = [];
  export const createCart = () => ({ items: [] });
`;

// Both "tests" import the module, as two tests in one file do.
async function test(check) {
  const module = await import(cartModule);
  check(module);
}

const count = ({ length }) => `${length} ${length === 1 ? 'item' : 'items'}`;

await test(({ items }) => items.push('pen'));
await test(({ items }) => console.log(`test 2, module: ${count(items)}`));

await test(({ createCart }) => createCart().items.push('pen'));
await test(({ createCart }) => console.log(`test 2, factory: ${count(createCart().items)}`));
