import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'promise-around-sync': [
    [`import { pbkdf2 } from 'node:crypto';`, `import { pbkdf2Sync } from 'node:crypto';`],
    [
      `import { promisify } from 'node:util';
`,
      '',
    ],
    ['const derive = promisify(pbkdf2);', 'const derive = async (...args) => pbkdf2Sync(...args);'],
  ],
  'turn-between-sync-hashes': [
    [`import { pbkdf2 } from 'node:crypto';`, `import { pbkdf2Sync } from 'node:crypto';`],
    [
      `import { promisify } from 'node:util';
`,
      '',
    ],
    [
      'const derive = promisify(pbkdf2);',
      `const derive = async (...args) => {
  await setImmediate();
  return pbkdf2Sync(...args);
};`,
    ],
  ],
  'function-taken-at-import': [
    [`import { pbkdf2 } from 'node:crypto';`, `import crypto from 'node:crypto';`],
    [
      `import { promisify } from 'node:util';
`,
      '',
    ],
    [
      'const derive = promisify(pbkdf2);',
      `const { pbkdf2Sync } = crypto;

const derive = async (...args) => {
  await setImmediate();
  return pbkdf2Sync(...args);
};`,
    ],
  ],
  'waits-for-a-microtask': [['await setImmediate()', 'await null']],
  'too-many-numbers-together': [['const together = 1_000;', 'const together = 1_001;']],
  'one-turn-before-all': [
    [
      `    if (count % together === 0) await setImmediate();
`,
      '',
    ],
    [
      `  let count = 0;
`,
      `  let count = 0;
  await setImmediate();
`,
    ],
  ],
  'another-number-of-rounds': [[`1_000, 32, 'sha256'`, `100, 32, 'sha256'`]],
  'in-the-order-of-completion': [
    [
      '  return Promise.all(passwords.map(hash));',
      `  const hashes = [];
  await Promise.all(passwords.map(async (password) => hashes.push(await hash(password))));
  return hashes;`,
    ],
  ],
};
