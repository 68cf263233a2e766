// Another window, with a clock or a time zone of its own: `log-teller.ts FOLDER` says what the log adds up to, and appends a review
// of the time that its clock shows.
import { createLogStore } from '../../../src/study/disk/log-store.ts';
import { createReviewProjection } from '../../../src/study/review/review-projection.lazy.ts';

async function tell(folder: string): Promise<void> {
  const store = createLogStore(folder);
  const reviews = createReviewProjection();
  await store.reader.read((one) => reviews.add(one));
  const cards = [...reviews.reviews.cards()].sort();
  const told = cards.map((card) => [
    card,
    reviews.reviews.memory(card),
    reviews.reviews.history(card),
  ]);
  const { passedOver } = store.reader;
  const at = new Date().toISOString();
  const result = await store.append({
    v: 1,
    id: `${at} ${process.pid}`,
    at,
    card: 'question:own',
    kind: 'opened',
  });
  const error = result.kind === 'kept' ? (result.error as { code?: string }).code : undefined;
  const zone = new Date(2026, 0, 1).getTimezoneOffset();
  process.stdout.write(JSON.stringify({ told, passedOver, error, zone }));
}

void tell(process.argv[2] ?? '');
