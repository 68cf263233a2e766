import type { Motif } from './motif.ts';
import { asyncMotifs } from './motifs/async-functions.ts';
import { emitterMotifs } from './motifs/emitters.ts';
import { loopMotifs } from './motifs/loop.ts';
import { promiseMotifs } from './motifs/promises.ts';
import { queueMotifs } from './motifs/queues.ts';
import { raceMotifs } from './motifs/races.ts';

/** All motifs. */
export const motifs: readonly Motif[] = [
  ...queueMotifs,
  ...promiseMotifs,
  ...asyncMotifs,
  ...loopMotifs,
  ...emitterMotifs,
  ...raceMotifs,
];
