import type { BeliefId } from '../../explain/beliefs.ts';
import type { DrillTimelines } from '../../shared/drill.ts';
import type { Phase, Trace } from '../../trace/model.ts';
import type { DrillService, ReadyDrill } from '../services/drills.ts';

/** Beside the recorded run what each of the beliefs makes of the program; undefined where none changes it. */
export async function timelinesOf(
  drills: Pick<DrillService, 'imagine'>,
  drill: ReadyDrill,
  recorded: Trace,
  beliefs: readonly BeliefId[],
): Promise<DrillTimelines | undefined> {
  const drawn = beliefs.map(async (belief) => {
    const trace = await drills.imagine(drill, belief);
    return trace ? [{ belief, trace }] : [];
  });
  const imagined = (await Promise.all(drawn)).flat();
  return imagined.length > 0 ? { recorded, imagined } : undefined;
}

/** Where each line was printed. */
export const phasesOf = ({ lines, callbacks }: Trace): readonly (Phase | undefined)[] =>
  lines.map(({ callback }) => callbacks[callback ?? -1]?.phase);
