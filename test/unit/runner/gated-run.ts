import type { ModuleKind } from '../../../src/bank/model.ts';
import { openGatedChild } from '../../../src/runner/gated-child.ts';
import type { Runtime } from '../../../src/runner/model.ts';
import { childKind } from '../../../src/runner/spawn-child.ts';
import { collect } from './bare-run.ts';

/** What a child that waited and is recorded really prints: a run's result tells errors in another form. */
export async function runGated(
  runtime: Runtime,
  childFolder: string,
  kind: ModuleKind,
  code: string,
) {
  const gated = await openGatedChild(childKind({}, runtime, { memoryMb: 256 }), {
    warm: true,
    childFolder,
  });
  try {
    await gated.waiting;
    const shown = collect(gated.child.process, gated.folder.work);
    const file = gated.folder.write({ code, kind });
    gated.release({ file, lines: 1000, bytes: 1e6, trace: true });
    return await shown;
  } finally {
    gated.end();
    await gated.folder.remove();
  }
}
