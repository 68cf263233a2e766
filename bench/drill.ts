import { makeDrill } from '../src/drill/make-drill.ts';
import type { Level } from '../src/drill/motif.ts';
import { simulateLearners } from './drill-learners.ts';
import type { LearnersResult } from './drill-learners.ts';

/** How long a program takes to make, over all levels, and what the diagnosis tells apart. */
export function measureDrill(): LearnersResult & { readonly drillMakeMs: number } {
  const times = Array.from({ length: 400 }, (_, seed) => {
    const began = performance.now();
    makeDrill({ level: ((seed % 4) + 1) as Level, seed });
    return performance.now() - began;
  }).sort((a, b) => a - b);
  const drillMakeMs = times[Math.floor(times.length * 0.95)] ?? 0;
  const learners = { learners: 70, pool: 300, candidates: 60, answers: 12, seed: 1 };
  return { drillMakeMs, ...simulateLearners(learners) };
}
