import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logFileName } from '../src/study/disk/log-store.ts';
import { formatLine } from '../src/study/event-line.ts';
import type { CardId, EventPayload } from '../src/study/event.ts';
import { createProgressProjection } from '../src/study/progress-projection.ts';
import { measure } from './measure.ts';
import { openHistory } from './open-history.ts';

const EVENTS = 200_000;
const CARDS = 2000;

/**
 * A log of 200,000 events about 2,000 cards, as years of daily use leave it: the longest time that
 * nobody else gets the thread while it is read, while its snapshot is written, and while the next
 * start takes that over; and how long the next start takes, against reading everything.
 */
export async function measureLog(): Promise<{
  logLongestBlockMs: number;
  logSnapshotVsWhole: number;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-bench-log-'));
  try {
    writeLog(join(folder, logFileName));
    globalThis.gc?.();
    const whole = await measure(() => openHistory(folder, [createProgressProjection()]).read());
    const first = openHistory(folder, [createProgressProjection()]);
    await first.read();
    const writing = await measure(() => first.keepSnapshot());
    const restored = await measure(() => openHistory(folder, [createProgressProjection()]).read());
    return {
      logLongestBlockMs: Math.max(whole.block, writing.block, restored.block),
      logSnapshotVsWhole: restored.time / whole.time,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeLog(file: string): void {
  let text = '';
  for (let index = 0; index < EVENTS; index++) {
    const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
    const [card, payload] = act(index);
    text += formatLine({ v: 1, id: `event-${index}-${'0'.repeat(24)}`, at, card, ...payload });
    if (text.length < 2 ** 20 && index < EVENTS - 1) continue;
    appendFileSync(file, text);
    text = '';
  }
}

function act(index: number): [CardId, EventPayload] {
  const card = (index * 7919) % CARDS;
  const point = `point-${index % 5}`;
  switch (index % 4) {
    case 0:
      return [`question:topic/q-${card}`, { kind: 'ticked', point, on: index % 3 > 0 }];
    case 1:
      return [
        `question:topic/q-${card}`,
        { kind: 'answered', check: point, choice: index % 4, correct: index % 3 > 0 },
      ];
    case 2:
      return [`question:topic/q-${card}`, { kind: 'noted', text: 'What I forgot. '.repeat(20) }];
    default:
      return [
        `snippet:topic/q-${card}/s`,
        {
          kind: 'predicted',
          verdict: index % 3 > 0 ? 'exact' : 'wrong',
          mode: 'cards',
          prediction: ['first', 'second', 'third'],
          node: '24.0.0',
        },
      ];
  }
}
