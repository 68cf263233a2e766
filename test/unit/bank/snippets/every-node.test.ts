import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { ensureNodes } from '../../../../scripts/nodes.mts';

it('every supported Node has a file that tests the snippets on it', async () => {
  const files = readdirSync(import.meta.dirname).filter((file) =>
    /^node-\d+\.test\.ts$/.test(file),
  );
  const majors = Object.keys(await ensureNodes());
  assert.deepEqual(files.sort(), majors.map((major) => `node-${major}.test.ts`).sort());
});
