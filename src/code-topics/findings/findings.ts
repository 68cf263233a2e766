import type { Code, NodePath } from '../walk.ts';
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

const rulesByType = new Map<string, [RuleId, Rule][]>();
for (const [id, rule] of Object.entries(rules) as [RuleId, Rule][]) {
  for (const type of rule.types) {
    rulesByType.set(type, [...(rulesByType.get(type) ?? []), [id, rule]]);
  }
}

/** What a question knows a better form of, at one node. */
export function findingsAt(place: NodePath, code: Code): Finding[] {
  const here = rulesByType.get(place.node.type);
  if (!here) return [];
  return here.flatMap(([rule, { look }]) => {
    const finding = look(place, code);
    return finding ? [{ rule, ...finding }] : [];
  });
}
