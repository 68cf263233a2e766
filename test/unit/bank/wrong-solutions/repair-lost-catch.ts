import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'returned-without-await': [['return await query', 'return query']],
  'never-gives-back': [
    [
      `  } finally {
    pool.giveBack(connection);
  }`,
      '  }',
    ],
  ],
  'gives-back-on-success-only': [
    [
      `    return await query(connection, id);
  } catch {
    return lastKnown.get(id);
  } finally {
    pool.giveBack(connection);
  }`,
      `    const price = await query(connection, id);
    pool.giveBack(connection);
    return price;
  } catch {
    return lastKnown.get(id);
  }`,
    ],
  ],
  'takes-within-the-try': [
    [
      `  const connection = await pool.take();
  try {
`,
      `  let connection;
  try {
    connection = await pool.take();
`,
    ],
  ],
  'hides-that-there-is-none': [
    [
      `  const connection = await pool.take();
`,
      `  const connection = await pool.take().catch(() => undefined);
  if (!connection) return lastKnown.get(id);
`,
    ],
  ],
  'gives-back-before-the-query': [
    [
      `  try {
    return await`,
      `  pool.giveBack(connection);
  try {
    return await`,
    ],
    [
      `  } finally {
    pool.giveBack(connection);
  }`,
      '  }',
    ],
  ],
  'catches-and-throws': [
    [
      `    return lastKnown.get(id);
`,
      `    throw new Error('no price');
`,
    ],
  ],
};
