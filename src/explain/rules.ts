import type { Rule } from './rule.ts';
import { causeRules } from './rules/causes.ts';
import { endingRules } from './rules/endings.ts';
import { feederRules } from './rules/feeders.ts';
import { leftBehindRules } from './rules/left-behind.ts';
import { leftTickRules } from './rules/left-ticks.ts';
import { loopRules } from './rules/loop.ts';
import { oneCallbackRules } from './rules/one-callback.ts';
import { oneGoRules } from './rules/one-go.ts';
import { outsideRules } from './rules/outside.ts';
import { storeRules } from './rules/stores.ts';
import { queueRules } from './rules/queues.ts';
import { unknownRules } from './rules/unknown.ts';

/** The table of rules. The first one that applies to a pair explains it. */
export const rules: readonly Rule[] = [
  ...outsideRules,
  ...storeRules,
  ...oneCallbackRules,
  ...leftBehindRules,
  ...oneGoRules,
  ...endingRules,
  ...feederRules,
  ...causeRules,
  ...leftTickRules,
  ...queueRules,
  ...loopRules,
  ...unknownRules,
];
