// @ts-check
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onEnd } from './processes.mjs';

/**
 * A folder that no other run shares and that is gone when this process ends.
 * @param {string} [parent] the system's own when left out; created when missing
 * @returns {{ path: string, remove: () => void }}
 */
export function temporaryFolder(parent = tmpdir()) {
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
