import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onEnd } from './processes.mts';

/**
 * A folder that no other run shares and that is gone when this process ends.
 * @param parent the system's own when left out; created when missing
 */
export function temporaryFolder(parent: string = tmpdir()): { path: string; remove: () => void } {
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, 'loopwise-'));
  const removeNow = () => rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  const keep = onEnd(removeNow);
  return {
    path,
    remove: () => {
      removeNow();
      keep();
    },
  };
}
