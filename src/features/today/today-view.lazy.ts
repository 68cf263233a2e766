import * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import { weakest, type BeliefProgress } from '../../drill/belief-progress.ts';
import { beliefOf } from '../../explain/beliefs.ts';
import type { InterviewProgress } from '../../study/review/interview-progress.ts';
import { lastBegun, nextStep, type NextStep, type Today } from '../../study/today/today.ts';
import { planNow, type PlanNow } from '../services/plan-now.ts';
import type { Services } from '../services/services.ts';
import { command, context } from '../settings/ids.ts';
import { cardsText, intervalText } from '../ui/amount-texts.ts';
import { asLogged } from '../ui/error-text.ts';
import { withoutBackticks } from '../ui/without-backticks.ts';

/** What to do today, as rows of a tree; the first is what to do next. */
export interface TodayView {
  /** None for somebody who has done nothing yet: the view's welcome text says how to begin. */
  rows(): Promise<readonly TodayRow[]>;
  item(row: unknown): vscode.TreeItem;
  /** Does what the first row does. */
  studyNow(): Promise<void>;
  dispose(): void;
}

export interface TodayRow {
  readonly id: string;
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly command: string;
  readonly argument?: unknown;
  /** What the one button does. */
  readonly isNext: boolean;
}

interface Facts extends Today {
  readonly begunAny: boolean;
  /** What predictions of the drill get wrong most. */
  readonly weak: readonly BeliefProgress[];
  /** Undefined where there is no study material that can be read. */
  readonly plan: PlanNow | undefined;
  /** Milliseconds until another card is due, or a new day brings new ones. */
  readonly nextIn: number | undefined;
}

export function createTodayView(
  services: Pick<Services, 'bank' | 'drills' | 'material' | 'progress' | 'study' | 'due' | 'log'>,
  view: vscode.TreeView<unknown>,
  changed: vscode.EventEmitter<undefined>,
): TodayView {
  const { bank, progress, study, due, log } = services;
  let outdated = false;
  let beliefs: { readonly of: number; readonly all: readonly BeliefProgress[] } | undefined;
  let comparing: number | undefined;
  let waiting: NodeJS.Timeout | undefined;

  /** A thread makes the programs of the answers anew, which takes longer than a view may: it is drawn again then. */
  async function knownBeliefs(): Promise<readonly BeliefProgress[]> {
    const known = await progress.loadDrills();
    if (known.found().size === 0) return [];
    const of = known.answers().at(-1)?.at ?? 0;
    if (beliefs?.of !== of && comparing !== of) {
      comparing = of;
      void services.drills
        .load()
        .then((service) => service.beliefs())
        .then((all) => {
          beliefs = { of, all };
          refresh();
        })
        .catch((error: unknown) => log.error(asLogged(error)));
    }
    return beliefs?.all ?? [];
  }

  async function read(): Promise<Facts> {
    const [service, now, seen] = await Promise.all([study.load(), due.load(), progress.load()]);
    const [loaded, material] = await Promise.all([bank.loadAll(), services.material.loadOrNone()]);
    const [plan, all, drilled] = await Promise.all([
      ...([planNow(material, progress), knownBeliefs(), progress.loadDrills()] as const),
    ]);
    const begunAny =
      now.begun ||
      drilled.answers().length > 0 ||
      drilled.found().size > 0 ||
      plan?.items.some(({ id }) => plan.ticks.tickedAt(id) !== undefined) === true ||
      loaded.questions.some((question) => seen.question(question) !== 'new') ||
      loaded.bank.snippets.some(({ id }) => seen.snippet(id) !== 'new');
    return {
      ...{ begunAny, due: now.due, redo: now.redo, fresh: now.fresh },
      ...{ plan, planned: plan?.next, weak: weakest(all, mostWeak) },
      begun: lastBegun(loaded.questions, seen),
      interview: await service.interview(),
      nextIn: now.nextAt === undefined ? undefined : now.nextAt - Date.now(),
    };
  }

  /** Whoever doesn't see the view is told when they do. */
  function refresh(): void {
    outdated = !view.visible;
    if (view.visible) changed.fire(undefined);
  }

  /** Answers of the drill change nothing else here; while one comes after the other, they are waited for. */
  function followAnswers(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      progress
        .loadDrills()
        .then((known) => {
          const of = known.answers().at(-1)?.at ?? 0;
          if (known.found().size > 0 && of !== beliefs?.of) refresh();
        })
        .catch((error: unknown) => log.error(asLogged(error)));
    }, pause);
    waiting.unref();
  }

  const listeners = vscode.Disposable.from(
    progress.onDidChange(refresh),
    progress.onDidGrow(followAnswers),
    study.onDidChange(refresh),
    due.onDidChange(refresh),
    bank.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('loopwise.study')) refresh();
    }),
    view.onDidChangeVisibility(() => {
      if (outdated) refresh();
    }),
  );

  return {
    async rows() {
      try {
        const facts = await read();
        void vscode.commands.executeCommand('setContext', context.bankBroken, false);
        return facts.begunAny ? rowsOf(facts) : [];
      } catch (error) {
        log.error(asLogged(error));
        void vscode.commands.executeCommand('setContext', context.bankBroken, true);
        return [];
      }
    },
    item: (row) => itemOf(row as TodayRow),
    async studyNow() {
      const [first] = rowsOf(await read());
      if (first) await vscode.commands.executeCommand(first.command, first.argument);
    },
    dispose() {
      clearTimeout(waiting);
      listeners.dispose();
    },
  };
}

/** Milliseconds in which nothing is answered. */
const pause = 1000;

function rowsOf(facts: Facts): readonly TodayRow[] {
  const { begun, interview } = facts;
  const next = nextStep(facts);
  const rows: Readonly<Record<NextStep, Omit<TodayRow, 'isNext'> | undefined>> = {
    review: reviewRow(facts),
    redo: facts.redo > 0 ? redoRow(facts) : undefined,
    continue: begun && continueRow(begun),
    learn: newRow(facts),
    plan: facts.plan && planRow(facts.plan),
    // Where something waits, the view Predict is one click away.
    predict: next === 'predict' ? predictRow() : undefined,
  };
  const others = (['review', 'redo', 'continue', 'learn', 'plan'] as const).filter(
    (step) => step !== next,
  );
  return [
    ...[next, ...others].flatMap((step) => {
      const row = rows[step];
      return row ? [{ ...row, isNext: step === next }] : [];
    }),
    ...facts.weak.map((belief) => ({ ...weakRow(belief), isNext: false })),
    { ...drillRow(), isNext: false },
    { ...interviewRow(interview), isNext: false },
  ];
}

type Row = Omit<TodayRow, 'isNext'>;

function reviewRow({ due, redo, fresh, nextIn }: Facts): Row {
  const row = { id: 'review', icon: 'history', label: vscode.l10n.t('Due Now') };
  const quiz = { command: command.quiz, argument: { kind: 'reviews' } };
  if (due > 0) return { ...row, ...quiz, description: cardsText(due) };
  const description =
    nextIn === undefined || redo + fresh > 0
      ? vscode.l10n.t('nothing')
      : vscode.l10n.t('nothing, more in {0}', intervalText(nextIn));
  return { ...row, command: command.quizFrom, description };
}

const redoRow = ({ redo }: Facts): Row => ({
  ...{ id: 'redo', icon: 'debug-restart', label: vscode.l10n.t('Redo') },
  description: cardsText(redo),
  ...{ command: command.quiz, argument: { kind: 'redo' } },
});

const continueRow = ({ id, label, title }: Question): Row => ({
  ...{ id: 'continue', icon: 'book', label: vscode.l10n.t('Continue') },
  description: label ?? title,
  ...{ command: command.openQuestion, argument: id },
});

const newRow = ({ fresh }: Facts): Row => ({
  ...{ id: 'learn', icon: 'sparkle', label: vscode.l10n.t('New Today') },
  description: fresh > 0 ? cardsText(fresh) : vscode.l10n.t('nothing left'),
  ...(fresh > 0
    ? { command: command.quiz, argument: { kind: 'new' } }
    : { command: command.quizFrom }),
});

function planRow({ next, dated }: PlanNow): Row {
  const row = { id: 'plan', icon: 'checklist', label: vscode.l10n.t('Study Plan') };
  if (next) {
    return { ...row, description: next.text, command: command.showPlan, argument: next.id };
  }
  const description = dated ? vscode.l10n.t('done for today') : vscode.l10n.t('all done');
  return { ...row, description, command: command.showPlan };
}

const predictRow = (): Row => ({
  ...{ id: 'predict', icon: 'lightbulb', label: vscode.l10n.t('Predict a Snippet') },
  description: vscode.l10n.t('nothing else is waiting'),
  command: command.predictRandomSnippet,
});

/** So many of these rows leave the others in sight. */
const mostWeak = 2;

const weakRow = ({ belief, wrong, asked }: BeliefProgress): Row => ({
  ...{ id: `weak:${belief}`, icon: 'target', label: vscode.l10n.t('Weak Rule') },
  description: vscode.l10n.t(
    '{0} of {1} wrong: {2}',
    ...[wrong, asked, withoutBackticks(beliefOf(belief).says)],
  ),
  ...{ command: command.drill, argument: { against: belief } },
});

const drillRow = (): Row => ({
  ...{ id: 'drill', icon: 'flame', label: vscode.l10n.t('Drill') },
  description: vscode.l10n.t('a new program each time'),
  command: command.drill,
});

function interviewRow(interview: InterviewProgress | undefined): Row {
  const row = { id: 'interview', icon: 'calendar', command: command.setInterviewDate };
  if (!interview) {
    const description = vscode.l10n.t('plans your reviews');
    return { ...row, label: vscode.l10n.t('Set Interview Date…'), description };
  }
  const { days, cards, ready } = interview;
  if (days < 0) {
    const description = vscode.l10n.t('set the date of the next one');
    return { ...row, label: vscode.l10n.t('Interview Is Over'), description };
  }
  const label =
    days === 0
      ? vscode.l10n.t('Interview Today')
      : days === 1
        ? vscode.l10n.t('Interview Tomorrow')
        : vscode.l10n.t('Interview in {0} Days', days);
  return { ...row, label, description: vscode.l10n.t('{0} of {1} ready', ready, cards) };
}

function itemOf({ id, icon, label, description, isNext, ...rest }: TodayRow): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = id;
  item.description = description;
  item.iconPath = isNext
    ? new vscode.ThemeIcon('play-circle', new vscode.ThemeColor('charts.green'))
    : new vscode.ThemeIcon(icon);
  item.contextValue = isNext ? 'next' : id;
  const said = `${label}, ${description}`;
  item.tooltip = tooltipOf(id, said);
  item.accessibilityInformation = {
    label: isNext ? vscode.l10n.t('{0}. Do this next.', said) : said,
  };
  item.command = {
    command: rest.command,
    title: label,
    ...(rest.argument !== undefined && { arguments: [rest.argument] }),
  };
  return item;
}

function tooltipOf(id: string, said: string): string {
  if (id === 'redo') {
    return vscode.l10n.t(
      '{0}\nSnippets that you predicted wrong, new programs about the rule behind it, and questions of which you missed a key point.',
      said,
    );
  }
  if (id.startsWith('weak:')) {
    return vscode.l10n.t(
      '{0}\nThis belief is wrong. Select for five programs that tell it from the rule.',
      said,
    );
  }
  if (id !== 'interview') return said;
  return vscode.l10n.t(
    '{0}\nA card is ready once you have recalled it twice. Select to change the date.',
    said,
  );
}
