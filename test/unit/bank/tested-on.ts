import { createHash } from 'node:crypto';
import type { Major } from '../../../scripts/nodes.mts';
import { majors } from '../runner/run-world.ts';

/**
 * `npm run verify` runs the snippets and examples on every Node, and verified-file.test.ts demands that of
 * each as it is: here one Node each is enough, always the same one. LOOPWISE_EVERY_NODE=1 takes all of them.
 */
const everyNode = process.env['LOOPWISE_EVERY_NODE'] === '1';

/** @param name of a snippet or an example: what it is depends on it alone */
export function testedOn(name: string): readonly Major[] {
  const turn = createHash('sha256').update(name).digest().readUInt16BE() % majors.length;
  return everyNode ? majors : majors.slice(turn, turn + 1);
}
