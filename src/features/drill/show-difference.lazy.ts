import * as vscode from 'vscode';
import { contrastName, contrasts, contrastsOf, type Contrast } from '../../drill/contrasts.ts';
import { isRecord } from '../../collections/is-record.ts';
import { beliefOf } from '../../explain/beliefs.ts';
import type { Services } from '../services/services.ts';
import { pickOne } from '../ui/pick-one.ts';
import type { DrillStart } from './read-drill-argument.lazy.ts';
import { withoutBackticks } from '../ui/without-backticks.ts';

/**
 * Where a drill begins whose first program shows the difference between two constructs. Undefined when
 * nobody chooses any.
 *
 * @param argument `{ question: id }`, or nothing for the question that is open, else for all constructs
 */
export async function startDifference(
  { shownQuestion }: Pick<Services, 'shownQuestion'>,
  argument: unknown,
): Promise<DrillStart | undefined> {
  const given = isRecord(argument) ? argument['question'] : undefined;
  const question = typeof given === 'string' ? given : shownQuestion.current;
  const own = question === undefined ? [] : contrastsOf(question);
  const chosen = await choose(own.length > 0 ? own : contrasts);
  return chosen && { level: 'adaptive', contrast: contrastName(chosen), against: chosen.belief };
}

async function choose(among: readonly Contrast[]): Promise<Contrast | undefined> {
  const [only] = among;
  if (among.length === 1) return only;
  const items = among.map((contrast) => ({
    label: vscode.l10n.t('{0} and {1}', ...contrast.of),
    detail: vscode.l10n.t('Against: {0}', withoutBackticks(beliefOf(contrast.belief).says)),
    contrast,
  }));
  const placeHolder = vscode.l10n.t('Which difference should the program show?');
  return (await pickOne(items, { placeHolder }))?.contrast;
}
