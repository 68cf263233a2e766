import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'all-together': `export async function saveAll(orders, save) {
  return Promise.all(orders.map((order) => save(order)));
}
`,
  'still-for-each': `export async function saveAll(orders, save) {
  const ids = [];
  await orders.forEach(async (order) => {
    ids.push(await save(order));
  });
  return ids;
}
`,
  'goes-on-after-an-error': `export async function saveAll(orders, save) {
  const ids = [];
  let failure;
  for (const order of orders) {
    try {
      ids.push(await save(order));
    } catch (error) {
      failure ??= error;
    }
  }
  if (failure) throw failure;
  return ids;
}
`,
  'swallows-the-error': `export async function saveAll(orders, save) {
  const ids = [];
  for (const order of orders) {
    try {
      ids.push(await save(order));
    } catch {
      break;
    }
  }
  return ids;
}
`,
  'another-error': `export async function saveAll(orders, save) {
  const ids = [];
  for (const order of orders) {
    try {
      ids.push(await save(order));
    } catch (error) {
      throw new Error('The orders could not be saved', { cause: error });
    }
  }
  return ids;
}
`,
  'does-not-wait': `export async function saveAll(orders, save) {
  const ids = [];
  for (const order of orders) save(order).then((id) => ids.push(id));
  await Promise.resolve();
  return ids;
}
`,
  backwards: `export async function saveAll(orders, save) {
  const ids = [];
  for (const order of [...orders].reverse()) ids.unshift(await save(order));
  return ids;
}
`,
};
