import { walk } from '../walk.ts';
import type { Code } from '../walk.ts';
import { asyncExecutor } from './async-executor.ts';
import { awaitInLoop } from './await-in-loop.ts';
import type { Finding, Rule, RuleId } from './finding.ts';
import { forEachAsync } from './for-each-async.ts';
import { listenerPerRequest } from './listener-per-request.ts';
import { returnAwait } from './return-await.ts';
import { syncInHandler } from './sync-in-handler.ts';

const rules: Readonly<Record<RuleId, Rule>> = {
  syncInHandler,
  awaitInLoop,
  forEachAsync,
  returnAwait,
  asyncExecutor,
  listenerPerRequest,
};

/** The question that names the better form, by the rule. */
export const questionOfRule: Readonly<Record<RuleId, string>> = {
  syncInHandler: 'readfilesync-in-handlers',
  awaitInLoop: 'promise-combinators',
  forEachAsync: 'promises-vs-callbacks',
  returnAwait: 'promises-vs-callbacks',
  asyncExecutor: 'unhandled-rejections',
  listenerPerRequest: 'event-emitter',
};

/** Everything for which a question knows a better form, in the order of the text. */
export function findings(code: Code): Finding[] {
  const found: Finding[] = [];
  const all = Object.entries(rules) as [RuleId, Rule][];
  walk(code, (place) => {
    for (const [rule, look] of all) {
      const finding = look(place, code);
      if (finding) found.push({ rule, ...finding });
    }
  });
  return found.sort((a, b) => a.start - b.start);
}
