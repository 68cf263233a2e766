import { randomInt } from 'node:crypto';
import * as vscode from 'vscode';
import { isDrilled } from '../../drill/recipe-text.ts';
import { beliefs, type BeliefId } from '../../explain/beliefs.ts';
import type { DrillLevel } from '../../study/drill/drill-run.ts';
import { findSubject } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import { runRequest } from '../subject/run-request.ts';
import { asLogged } from '../ui/error-text.ts';
import { refusal } from '../ui/refusal.ts';
import { isShownRules, rulesShownBy, type ShownRules } from '../subject/shown-rules.ts';
import type { DrillStart } from './read-drill-argument.lazy.ts';

/**
 * Where a drill begins whose programs show what this one shows: against the belief that a wrong prediction gave away,
 * else against one of those that are contradicted by the rules that order its lines. Undefined, and the user is told, where there is none.
 *
 * @param shown of the run on the page; without it a snippet of the bank is run
 */
export async function startLike(
  services: Services,
  argument: unknown,
  shown: unknown,
): Promise<DrillStart | undefined> {
  const known = isShownRules(shown) ? shown : await runSnippet(services, argument);
  if (!known) return undefined;
  const level = levelFor(known.lines);
  // Whoever was told a belief wants programs against that one, the shortest first.
  if (known.belief !== undefined && isDrilled(known.belief)) {
    return { level, against: known.belief, smallest: true };
  }
  const fitting = beliefsAgainst(known.rules);
  const against = fitting.length > 0 ? fitting[randomInt(fitting.length)] : undefined;
  if (against !== undefined) return { level, against };
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The drill has no programs about what this one shows.'),
  );
  return undefined;
}

/** Undefined after the user was told why. */
async function runSnippet(services: Services, argument: unknown): Promise<ShownRules | undefined> {
  const subject = await findSubject(services, argument);
  if (!subject) return undefined;
  if (subject.kind !== 'snippet') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Predict or run this program first: its run shows what to drill.'),
    );
    return undefined;
  }
  try {
    const { trace } = await services.runner.run(runRequest(subject, new AbortController().signal));
    if (!trace) return { rules: [], lines: 0 };
    return rulesShownBy(await services.work.do('explainRun', trace, {}));
  } catch (error) {
    services.log.error(asLogged(error));
    const { message } = refusal(error);
    void vscode.window.showErrorMessage(message);
    return undefined;
  }
}

const beliefsAgainst = (rules: readonly string[]): readonly BeliefId[] =>
  beliefs
    .filter(({ id, contradictedBy }) => isDrilled(id) && rules.includes(contradictedBy))
    .map(({ id }) => id);

/** The level whose programs print about as many lines. */
function levelFor(lines: number): DrillLevel {
  if (lines <= 5) return 1;
  if (lines <= 7) return 2;
  return lines <= 9 ? 3 : 4;
}
