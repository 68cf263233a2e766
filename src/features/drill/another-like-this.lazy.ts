import * as vscode from 'vscode';
import { isDrilled } from '../../drill/recipe-text.ts';
import { beliefs } from '../../explain/beliefs.ts';
import type { BeliefId } from '../../explain/beliefs.ts';
import { findSubject } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import type { DrillLevel } from '../../study/drill/drill-run.ts';
import { runRequest } from '../subject/run-request.ts';
import { mayRun, possibleLines } from '../subject/subject.ts';
import { isTookTooLong } from '../threads/thread.ts';
import { errorText } from '../ui/error-text.ts';
import type { DrillStart } from './read-drill-argument.ts';

/**
 * Where a drill begins whose programs show what this snippet shows: against one of the beliefs that the rules
 * contradict which order its lines. Undefined, and the user is told, where there is none.
 */
export async function startLike(
  services: Services,
  argument: unknown,
): Promise<DrillStart | undefined> {
  const subject = await findSubject(services, argument);
  if (subject?.kind !== 'snippet' || !mayRun(subject, vscode.workspace.isTrusted)) {
    if (subject) tellNone();
    return undefined;
  }
  const { signal } = new AbortController();
  try {
    const { trace } = await services.runner.run(runRequest(subject, signal));
    const explained = trace && (await services.work.do('explainRun', trace, {}));
    const rules = new Set(
      explained?.pairs.flatMap((pair) => (pair?.certainty === 'certain' ? [pair.rule] : [])),
    );
    const shown = beliefs
      .filter(({ id, contradictedBy }) => isDrilled(id) && rules.has(contradictedBy))
      .map(({ id }) => id);
    const against = shown[Math.floor(Math.random() * shown.length)];
    if (against === undefined) {
      tellNone();
      return undefined;
    }
    return { level: levelFor(possibleLines(subject).length), against } satisfies {
      readonly against: BeliefId;
    } & DrillStart;
  } catch (error) {
    const isLate = isTookTooLong(error);
    void vscode.window.showErrorMessage(
      isLate ? vscode.l10n.t('Reading the run of this snippet took too long.') : errorText(error),
    );
    return undefined;
  }
}

/** The level whose programs print about as many lines. */
const levelFor = (lines: number): DrillLevel =>
  lines <= 5 ? 1 : lines <= 7 ? 2 : lines <= 9 ? 3 : 4;

function tellNone(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('The drill has no programs about what this snippet shows.'),
  );
}
