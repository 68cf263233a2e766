import type { Material } from '../../bank/material.ts';
import {
  candidatesOf,
  programCandidate,
  programItem,
  type Drawable,
  type ItemId,
} from '../../study/interview/candidates.ts';
import { drawItems } from '../../study/interview/draw.ts';
import type { Rehearsal } from '../../study/interview/format.ts';
import {
  mostPrograms,
  programLevels,
  type InterviewProgram,
} from '../../study/interview/interview-program.ts';
import { pointScore } from '../../study/interview/scores.ts';
import { weaknessOf } from '../../study/interview/weakness.ts';
import { isCardId } from '../../study/event-line.ts';
import { retrievability } from '../../study/review/memory.ts';
import type { LoadedBank, Services } from '../services/services.ts';
import { errorText } from '../ui/error-text.ts';

/** What questions, snippets, problems and stories there are. */
export interface Content {
  readonly bank: LoadedBank;
  /** Undefined where a bank was built without it. */
  readonly material: Material | undefined;
}

export const drawable = ({ bank, material }: Content): Drawable => ({
  ...{ questions: bank.questions, snippets: bank.bank.snippets },
  ...{ problems: material?.practice ?? [], stories: material?.templates ?? [] },
});

/** What an interview asks. */
export interface Drawn {
  readonly items: readonly ItemId[];
  /** The programs of the drill among them. */
  readonly programs: readonly InterviewProgram[];
}

/** Draws what is asked, by what is known of the user: reviews, predictions, earlier interviews. */
export async function drawInterview(
  services: Pick<Services, 'progress' | 'study' | 'drills' | 'log'>,
  content: Content,
  rehearsal: Rehearsal,
): Promise<Drawn> {
  const { progress } = services;
  const [study, seen, earlier, made] = await Promise.all([
    services.study.load(),
    progress.load(),
    progress.loadInterviews(),
    makePrograms(services, rehearsal),
  ]);
  const reviews = await study.reviews();
  const answered = new Map(earlier.flatMap(({ items }) => items).map((item) => [item.id, item]));
  const now = Date.now();
  const candidates = [...candidatesOf(rehearsal, drawable(content)), ...made.map(programCandidate)];
  const items = drawItems(rehearsal, candidates, {
    recent: new Set(earlier.slice(-2).flatMap(({ items }) => items.map(({ id }) => id))),
    random: Math.random,
    weakness(id) {
      const card = isCardId(id) ? id : undefined;
      const memory = card && reviews.memory(card);
      const points = answered.get(id)?.points;
      const snippet = id.startsWith('snippet:') ? id.slice('snippet:'.length) : undefined;
      return weaknessOf({
        last: card && reviews.history(card).at(-1)?.rating,
        recall: memory && retrievability(memory, now),
        predictedWrong: snippet !== undefined && seen.predictedWrong(snippet) !== undefined,
        score: points && pointScore(points),
      });
    },
  });
  return { items, programs: made.filter((one) => items.includes(programItem(one))) };
}

/** Nobody waits longer for these programs, in milliseconds: the bank has enough to ask. */
const patience = 5000;

/**
 * Programs of the drill for an assessment, each of which has run: those that are ready in time, and none without a
 * Node.js that runs them.
 */
async function makePrograms(
  { drills, log }: Pick<Services, 'drills' | 'log'>,
  { format, level }: Rehearsal,
): Promise<readonly InterviewProgram[]> {
  if (format !== 'assessment') return [];
  const end = new AbortController();
  const levels = programLevels[level].slice(0, mostPrograms);
  const programs = levels.map((): InterviewProgram[] => []);
  const making = levels.map(async (one, at) => {
    const service = await drills.load();
    const made = await service.next({ level: one, quick: true }, end.signal);
    const { recipe, kind, code, outputs } = made;
    programs[at]?.push({ recipe, kind, code, outputs });
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<readonly []>((resolve) => {
    timer = setTimeout(() => resolve([]), patience);
  });
  try {
    // What makes them does not always look at the signal.
    const settled = await Promise.race([Promise.allSettled(making), tooLate]);
    const made = programs.flat();
    if (made.length === levels.length) return made;
    const reasons = settled.flatMap((one) =>
      one.status === 'rejected' ? [errorText(one.reason)] : [],
    );
    const why = [...new Set(reasons)].join(' ') || 'they were not ready in time.';
    log.warn(`The mock interview asks fewer programs of the drill, or none: ${why}`);
    return made;
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}
