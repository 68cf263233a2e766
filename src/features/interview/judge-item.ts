import * as vscode from 'vscode';
import type { BeliefId } from '../../explain/beliefs.ts';
import { orderOfOutputs } from '../../drill/race-order.ts';
import { levelOf } from '../../drill/recipe-text.ts';
import { displayText } from '../../order/line-text.ts';
import type { ProgramRun } from '../../study/interview/interview-program.ts';
import type { AskedItem } from '../../study/interview/mock-interview.ts';
import type { Point } from '../../study/interview/interviewed.ts';
import { predictTyped, type Lives } from '../services/predict-typed.ts';
import type { Services } from '../services/services.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import { verdictView } from '../ui/verdict-view.ts';
import type { InterviewItem } from './interview-item.ts';
import type { ItemView } from './interview-html.ts';

/** What is known to be right or wrong; no points where it is not known. */
export interface Judged {
  readonly points: readonly Point[];
  readonly told: ItemView['told'];
  /** Of a program of the drill that ran. */
  readonly ran?: ProgramRun;
}

/** What an answer is worth; unknown where key points are ticked by hand. */
export async function judgeItem(
  services: Services,
  item: InterviewItem,
  { typed: [typed = ''], choice }: Pick<AskedItem, 'typed' | 'choice'>,
  lives: Lives,
): Promise<Judged> {
  switch (item.kind) {
    case 'check':
      return judgeChoice(services.progress, item, choice);
    case 'snippet':
      return judgeLines(services, item, typed, lives);
    case 'drill':
      return judgeProgram(services, item, typed, lives.card);
    case 'question':
    case 'design':
    case 'problem':
    case 'story':
      return { points: [], told: undefined };
  }
}

/** @param choice by its place in the bank; undefined for who chose nothing */
async function judgeChoice(
  progress: Services['progress'],
  { of, check }: Extract<InterviewItem, { kind: 'check' }>,
  choice: number | undefined,
): Promise<Judged> {
  const correct = check.choices[choice ?? -1]?.correct === true;
  if (choice !== undefined) {
    const answered = { kind: 'answered', check: check.id, choice, correct } as const;
    await progress.record(`question:${of.id}`, answered);
  }
  const text = check.choices.find((one) => one.correct)?.text ?? '';
  return { points: [{ text, said: correct }], told: undefined };
}

/** Runs the snippet, unrecorded. What can't be run is not judged, and says so. @param typed the predicted lines */
async function judgeLines(
  services: Services,
  { snippet }: Extract<InterviewItem, { kind: 'snippet' }>,
  typed: string,
  lives: Lives,
): Promise<Judged> {
  const lines = predictedLines(typed);
  try {
    const attempt = { number: 1, seen: 'nothing' } as const;
    const predicted = await predictTyped(services, snippet.id, { lines, attempt }, lives);
    if (!predicted) return { points: [], told: undefined };
    const { verdict, run } = predicted;
    const said = verdict.kind === 'exact' || verdict.kind === 'possible';
    return {
      points: verdict.kind === 'unknown' ? [] : [{ text: snippet.teaches, said }],
      told: { text: verdictView(verdict).text, printed: run.lines.map(displayText) },
    };
  } catch (error) {
    return notJudged(services, error, lives.card);
  }
}

/**
 * The same for a program of the drill: it was run before it was drawn, and what it is judged by is another run, which
 * may be days later and on another Node.js.
 */
async function judgeProgram(
  services: Pick<Services, 'drills' | 'log'>,
  { program }: Extract<InterviewItem, { kind: 'drill' }>,
  typed: string,
  signal: AbortSignal,
): Promise<Judged> {
  const lines = predictedLines(typed);
  try {
    const drills = await services.drills.load();
    const { recipe, kind, code, outputs } = program;
    const kept = {
      recipe,
      level: levelOf(recipe),
      kind,
      code,
      outputs,
      order: orderOfOutputs(outputs),
      catches: [],
    };
    const drill = await drills.ready(kept, signal);
    if (!drill) {
      const { text } = verdictView({ kind: 'unknown', reason: 'outsideExpectation' });
      return { points: [], told: { text } };
    }
    const verdict = await drills.judge(drill, { mode: 'typed', lines }, !signal.aborted);
    const printed = drill.run.lines.map(displayText);
    const told = { text: verdictView(verdict).text, printed };
    if (verdict.kind === 'unknown') return { points: [], told, ran: { printed } };
    const said = verdict.kind !== 'wrong';
    const { explains, named } = await drills.diagnose(drill, lines);
    const fitting = said ? undefined : fittingBelief(explains, named);
    const text = vscode.l10n.t('The output as Node.js prints it');
    return { points: [{ text, said }], told, ran: { printed, ...fitting } };
  } catch (error) {
    return notJudged(services, error, signal);
  }
}

/** The belief that predicts exactly this, where one alone does, or one that all answers fit. */
function fittingBelief(
  explains: readonly (readonly BeliefId[])[],
  named: readonly BeliefId[],
): Pick<ProgramRun, 'belief' | 'isNamed'> | undefined {
  const known = named.find((id) => explains.some((beliefs) => beliefs.includes(id)));
  if (known) return { belief: known, isNamed: true };
  const [only, other] = explains.flatMap((beliefs) => (beliefs.length === 1 ? beliefs : []));
  return only && !other ? { belief: only } : undefined;
}

/** Empty lines at the end were not meant. */
function predictedLines(typed: string): readonly string[] {
  const all = typed.split('\n');
  return all.slice(0, all.findLastIndex((line) => line.trim() !== '') + 1);
}

function notJudged({ log }: Pick<Services, 'log'>, error: unknown, signal: AbortSignal): Judged {
  if (!signal.aborted) log.error(asLogged(error));
  const text = vscode.l10n.t("It couldn't be run, so it isn't judged: {0}", errorText(error));
  return { points: [], told: { text } };
}
