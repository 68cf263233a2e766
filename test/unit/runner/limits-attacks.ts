import type { Attacks } from './limits-attack.ts';
import { floods, longRecordings, loops, memory } from './limits-attacks-inside.ts';
import { folders, permissions, processes } from './limits-attacks-outside.ts';
import { records } from './limits-attacks-records.ts';
import { replaced } from './limits-attacks-replaced.ts';

/** All attacks, and what each must come to. */
export const attacks: Readonly<Record<string, Attacks>> = {
  loops,
  'recordings without end': longRecordings,
  memory,
  floods,
  processes,
  folders,
  records,
  'what is shared, replaced': replaced,
  permissions,
};
