// A window that does nothing but append: `log-writer.ts FOLDER NAME COUNT`. Each acknowledged event's
// id goes to stdout at once, so that it is known even if this process is killed.
import { writeSync } from 'node:fs';
import { createLogStore } from '../../../src/study/disk/log-store.ts';

const [folder = '', name = '', count = '0'] = process.argv.slice(2);
const store = createLogStore(folder);

async function append(index: number): Promise<void> {
  const id = `${name}-${index}`;
  // Long lines make a kill in mid-write likely.
  const prediction = ['x'.repeat(index % 10 === 0 ? 200_000 : 40)];
  const result = await store.append({
    v: 1,
    id,
    at: new Date().toISOString(),
    card: 'snippet:q/s',
    kind: 'predicted',
    verdict: 'exact',
    mode: 'cards',
    prediction,
    node: '',
  });
  if (result.kind === 'written') writeSync(1, `${id}\n`);
}

async function appendAll(): Promise<void> {
  for (let index = 0; index < Number(count); index += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, offset) => append(index + offset)));
  }
}

void appendAll();
