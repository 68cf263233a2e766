import { l10n } from 'vscode';
import type { ModuleKind } from '../../bank/model.ts';
import type { Verdict } from '../../order/verdict.ts';
import type { DrillRun } from '../../study/drill/drill-run.ts';
import type { BeliefProgress } from '../../drill/belief-progress.ts';
import { beliefOf } from '../../explain/beliefs.ts';
import type { WrongPair } from '../../trace/explanation.ts';
import type { Phase } from '../../trace/model.ts';
import { orderLinks, orderRow } from '../../shared/order-links.ts';
import { button, type ButtonLook } from '../pages/button.ts';
import { backticksHtml, escapeHtml } from '../pages/escape-html.ts';
import { beliefClaim } from '../ui/drill-texts.ts';
import { withoutBackticks } from '../ui/without-backticks.ts';

/** A program whose output is shown, with what the answer says. */
export interface ToldDrill {
  /** Absent for who wanted to see the output. */
  readonly verdict?: Verdict;
  readonly predicted?: readonly string[];
  /** What the run printed. */
  readonly printed: readonly string[];
  /** The phase in which each line of the run was printed; absent without a recording. */
  readonly phases?: readonly (Phase | undefined)[];
  readonly wrong?: WrongPair;
  readonly beliefs: readonly ToldBelief[];
  /** Ids of those that have a timeline beside that of the run. */
  readonly drawn: readonly string[];
}

/** A belief that predicts what was predicted, or that all answers fit. */
export interface ToldBelief {
  readonly id: string;
  readonly says: string;
  readonly text: string;
  readonly question: string;
  /** Undefined where the bank has no such question. */
  readonly questionTitle: string | undefined;
  /** Answers fit it so well that it may be told as more than a coincidence. */
  readonly isNamed: boolean;
  /** What Node.js would print of this program if it were true; undefined where that is the same. */
  readonly imagined?: readonly string[];
  /** The shortest program that shows the difference, once it was asked for. */
  readonly smallest?: {
    readonly program: ShownProgram;
    readonly printed: readonly string[];
    readonly imagined: readonly string[];
  };
}

export interface ShownProgram {
  readonly code: string;
  readonly kind: ModuleKind;
}

export interface DrillView {
  readonly run: DrillRun;
  readonly program: ShownProgram;
  readonly isRace: boolean;
  readonly told?: ToldDrill;
  /** The section of the page that holds the code of a program. */
  readonly section: (program: ShownProgram, label?: string) => string;
}

/** The page of a program, before and after its output is shown. */
export function drillHtml(view: DrillView): string {
  const { run, program, told, section } = view;
  return `<main class="page drill" data-stage="${told ? 'told' : 'ask'}" data-program="${escapeHtml(run.program ?? '')}">
${headHtml(view)}
<div class="columns" id="columns">
${section(program)}
<section class="work" id="work" aria-label="${escapeHtml(l10n.t('Prediction'))}">${told ? toldHtml(told, section) : ''}</section>
</div>
${told ? timelinesHtml(told) : ''}
<footer class="drill-foot">
${told ? button('next', l10n.t('Next Program'), { primary: true, key: l10n.t('Space') }) : ''}
${told ? button('timeline', l10n.t('Show Timeline'), { key: 'T' }) : ''}
${button('copyLink', l10n.t('Copy Link to This Program'), { quiet: true, key: 'C' })}
${button('stop', l10n.t('Stop'), { quiet: true, key: 'S' })}
${run.against ? `<span class="plan">${escapeHtml(moreText(run.against.left))}</span>` : ''}
</footer>
</main>`;
}

/** What the page's script fills: the timeline of the run, once, and for each belief the one that it imagines. */
function timelinesHtml({ beliefs, drawn }: ToldDrill): string {
  const recorded = `<figure class="recorded"><figcaption><span class="codicon codicon-record" aria-hidden="true"></span>${escapeHtml(l10n.t('Recorded: what this run did'))}</figcaption><div data-timeline></div></figure>`;
  const imagined = l10n.t('Imagined: what Node.js would do if that were true');
  const each = beliefs
    .filter(({ id }) => drawn.includes(id))
    .map(
      ({ id, says }, at) => `<h3 class="says">${backticksHtml(says)}</h3>
<div class="both">
${at === 0 ? recorded : ''}
<figure class="imagined"><figcaption><span class="codicon codicon-lightbulb" aria-hidden="true"></span>${escapeHtml(imagined)}</figcaption><div data-timeline data-belief="${escapeHtml(id)}"></div></figure>
</div>`,
    );
  if (each.length === 0) return '';
  return `<section class="timelines" aria-labelledby="timelines">
<h2 id="timelines">${escapeHtml(l10n.t('This run, and the run that the belief predicts'))}</h2>
${each.join('\n')}
</section>`;
}

const moreText = (left: number): string =>
  left === 1
    ? l10n.t('1 more program against the same belief')
    : l10n.t('{0} more programs against the same belief', left);

function headHtml({ run, program, isRace }: DrillView): string {
  const facts = [
    l10n.t('Program {0}', run.done.length + (run.told ? 0 : 1)),
    program.kind === 'mjs' ? l10n.t('ES module') : 'CommonJS',
    ...(isRace ? [l10n.t('Race: either of two orders is right')] : []),
    l10n.t('Streak: {0}', run.streak),
  ];
  return `<header class="head drill-head">
<h1>${escapeHtml(l10n.t('Drill'))}</h1>
<p class="facts">${facts.map((fact) => `<span>${escapeHtml(fact)}</span>`).join('<span aria-hidden="true"> · </span>')}</p>
${levelsHtml(run)}
</header>`;
}

function levelsHtml({ level, adaptive }: DrillRun): string {
  const choices = [
    ['adaptive', adaptive ? l10n.t('Adaptive (now {0})', level) : l10n.t('Adaptive')] as const,
    ...([1, 2, 3, 4] as const).map((one) => [String(one), String(one)] as const),
  ];
  const chosen = adaptive ? 'adaptive' : String(level);
  const radios = choices.map(([value, text]) => {
    const checked = value === chosen ? ' checked' : '';
    return `<label><input type="radio" name="level" id="level-${value}" value="${value}"${checked}><span>${escapeHtml(text)}</span></label>`;
  });
  return `<fieldset class="radios modes levels"><legend>${escapeHtml(l10n.t('Level'))}</legend>${radios.join('')}</fieldset>`;
}

function toldHtml(told: ToldDrill, section: DrillView['section']): string {
  const { verdict, predicted, printed, phases, wrong } = told;
  const { text, tone } = verdictText(verdict);
  const icon = { right: 'pass-filled', wrong: 'error', note: 'info' }[tone];
  return `<p class="verdict ${tone}" role="status"><span class="codicon codicon-${icon}" aria-hidden="true"></span><span>${escapeHtml(text)}</span></p>
${ordersHtml(
  { title: l10n.t('This run'), lines: printed, ...(phases && { phases }) },
  predicted && verdict?.kind !== 'exact'
    ? { title: l10n.t('Your order'), lines: predicted, marks: true }
    : undefined,
)}
${wrong ? wrongHtml(wrong, printed) : ''}
${told.beliefs.map((_, at) => beliefHtml(told, at, section)).join('\n')}`;
}

function verdictText(verdict: Verdict | undefined): {
  readonly text: string;
  readonly tone: 'right' | 'wrong' | 'note';
} {
  switch (verdict?.kind) {
    case undefined:
      return { text: l10n.t('This is what Node.js printed.'), tone: 'note' };
    case 'exact':
      return { text: l10n.t('Right: exactly what this run printed.'), tone: 'right' };
    case 'possible':
      return {
        text: l10n.t('Possible: Node.js may print this order. This run printed another one.'),
        tone: 'right',
      };
    case 'wrong':
      return { text: l10n.t('Wrong from line {0} on.', verdict.at + 1), tone: 'wrong' };
    case 'unknown':
      return {
        text: l10n.t("This run doesn't show whether your prediction is right."),
        tone: 'note',
      };
  }
}

function wrongHtml({ earlier, later, explanation }: WrongPair, printed: readonly string[]): string {
  const [one, other] = [printed[earlier], printed[later]];
  if (one === undefined || other === undefined) return '';
  const claim =
    explanation.certainty === 'certain'
      ? l10n.t('{0} is always printed before {1}.', '\u0001', '\u0002')
      : l10n.t('{0} was printed before {1} in this run.', '\u0001', '\u0002');
  const sentence = escapeHtml(claim)
    .replace('\u0001', `<code>${escapeHtml(one)}</code>`)
    .replace('\u0002', `<code>${escapeHtml(other)}</code>`);
  return `<aside class="callout" aria-labelledby="why"><h2 id="why">${escapeHtml(l10n.t('Where the order breaks'))}</h2>
<p>${sentence}</p>
<p><strong>${backticksHtml(explanation.title)}</strong> ${backticksHtml(explanation.text)}</p></aside>`;
}

/** What an answer fits, with the order that it would lead to beside the real one. */
function beliefHtml(
  { beliefs, printed, predicted }: ToldDrill,
  at: number,
  section: DrillView['section'],
): string {
  const belief = beliefs[at];
  if (!belief) return '';
  const { id, says, text, imagined, smallest, isNamed, question, questionTitle } = belief;
  // What was predicted is beside the run already.
  const orders =
    imagined && !isSame(imagined, predicted)
      ? ordersHtml(
          { title: l10n.t('This run'), lines: printed },
          {
            title: l10n.t('Imagined'),
            lines: imagined,
            marks: true,
            imagined: true,
          },
        )
      : '';
  const heading = `belief-${id}`;
  // A key means the first button that has it.
  const about = (of: string, key: string): ButtonLook => ({ of, ...(at === 0 && { key }) });
  const actions = [
    button('against', l10n.t('Three More Like This'), about(id, 'M')),
    ...(smallest ? [] : [button('smallest', l10n.t('Show the Smallest Program'), about(id, 'P'))]),
    ...(questionTitle === undefined
      ? []
      : [button('openQuestion', l10n.t('Learn: {0}', questionTitle), about(question, 'Q'))]),
  ];
  return `<section class="belief callout" aria-labelledby="${heading}">
<h2 id="${heading}">${escapeHtml(beliefClaim(isNamed))}</h2>
<blockquote>${backticksHtml(says)}</blockquote>
<p>${backticksHtml(text)}</p>
${orders}
${
  smallest
    ? `<h3>${escapeHtml(l10n.t('The smallest program that shows the difference'))}</h3>
<div class="columns smallest">${section(smallest.program, l10n.t('Smallest program: {0}', withoutBackticks(says)))}
${ordersHtml(
  { title: l10n.t('A real run'), lines: smallest.printed },
  {
    title: l10n.t('Imagined'),
    lines: smallest.imagined,
    marks: true,
    imagined: true,
  },
)}</div>`
    : ''
}
<div class="actions">${actions.join('\n')}</div>
</section>`;
}

const isSame = (one: readonly string[], other: readonly string[] | undefined): boolean =>
  one.length === other?.length && one.every((line, at) => line === other[at]);

interface ShownOrder {
  readonly title: string;
  readonly lines: readonly string[];
  /** Beside each line; the page's script writes their names. */
  readonly phases?: readonly (Phase | undefined)[];
  /** Lines that are not where the first order has them are marked. */
  readonly marks?: true;
  /** Nothing that a run printed. */
  readonly imagined?: true;
}

/** One order, or two beside each other with a connection from each line to the same one. */
function ordersHtml(one: ShownOrder, other: ShownOrder | undefined): string {
  const list = (order: ShownOrder): string => {
    const items = order.lines.map((line, at) => {
      const isOther = order.marks && one.lines[at] !== line;
      const phase = order.phases?.[at];
      const mark = isOther
        ? `<span class="codicon codicon-close" aria-hidden="true"></span><span class="sr-only">${escapeHtml(l10n.t('(not here)'))}</span>`
        : '';
      return `<li${isOther ? ' class="moved"' : ''}><code>${escapeHtml(line)}</code>${mark}${phase === undefined ? '' : `<small data-phase="${phase}"></small>`}</li>`;
    });
    return `<div class="order-list${order.imagined ? ' imagined' : ''}"><p class="order-title" aria-hidden="true">${escapeHtml(order.title)}</p><ol aria-label="${escapeHtml(order.title)}">${items.join('')}</ol></div>`;
  };
  if (!other) return `<div class="orders single">${list(one)}</div>`;
  const height = Math.max(one.lines.length, other.lines.length) * orderRow;
  const lines = orderLinks(one.lines, other.lines).map(
    ({ path, isMoved }) => `<path class="${isMoved ? 'moved' : 'kept'}" d="${path}"/>`,
  );
  const isNoted = one.phases && !other.phases;
  return `<div class="orders${isNoted ? ' noted' : ''}">${list(one)}<svg class="links${other.imagined ? ' imagined' : ''}" viewBox="0 0 100 ${height}" width="100" height="${height}" preserveAspectRatio="none" aria-hidden="true">${lines.join('')}</svg>${list(other)}</div>`;
}

/** What is shown when the drill was stopped. */
export function drillSummaryHtml(
  { done, best, level }: DrillRun,
  beliefs: readonly BeliefProgress[],
): string {
  const right = done.filter((one) => one.right).length;
  const rows = ([1, 2, 3, 4] as const).flatMap((one) => {
    const of = done.filter((program) => program.level === one);
    if (of.length === 0) return [];
    const solved = of.filter((program) => program.right).length;
    return `<tr><th scope="row">${escapeHtml(l10n.t('Level {0}', one))}</th><td>${escapeHtml(l10n.t('{0} of {1}', solved, of.length))}</td></tr>`;
  });
  const facts =
    done.length === 0
      ? [l10n.t("You haven't predicted any programs.")]
      : [
          l10n.t('Right: {0} of {1}.', right, done.length),
          l10n.t('Longest streak: {0}.', best),
          l10n.t('Level at the end: {0}.', level),
        ];
  return `<main class="page drill summary" data-stage="summary">
<h1>${escapeHtml(l10n.t('Drill Finished'))}</h1>
${facts.map((fact) => `<p>${escapeHtml(fact)}</p>`).join('\n')}
${beliefsHtml(beliefs)}
${rows.length > 0 ? `<table class="counts"><caption>${escapeHtml(l10n.t('Right answers by level'))}</caption><tbody>${rows.join('')}</tbody></table>` : ''}
<div class="actions">${button('again', l10n.t('Drill Again'), { primary: true, key: l10n.t('Space') })}</div>
</main>`;
}

/** What became of the beliefs that were told, in the order of the log. */
function beliefsHtml(beliefs: readonly BeliefProgress[]): string {
  if (beliefs.length === 0) return '';
  const names = { held: l10n.t('Held'), shaken: l10n.t('Shaken'), gone: l10n.t('Gone') };
  const icons = { held: 'circle-filled', shaken: 'circle-large-outline', gone: 'pass' };
  const items = beliefs.map(({ belief, state, right }) => {
    const { says } = beliefOf(belief);
    return `<li data-state="${state}"><span class="state"><span class="codicon codicon-${icons[state]}" aria-hidden="true"></span>${escapeHtml(names[state])}</span>
<span><span class="says">${backticksHtml(says)}</span><small>${escapeHtml(sinceText(right))}</small></span>
${button('against', l10n.t('Drill'), { of: belief, quiet: true, label: l10n.t('Drill against: {0}', withoutBackticks(says)) })}</li>`;
  });
  return `<section aria-labelledby="beliefs"><h2 id="beliefs">${escapeHtml(l10n.t('Beliefs that your answers matched'))}</h2>
<ul class="beliefs">${items.join('\n')}</ul></section>`;
}

const sinceText = (right: number): string =>
  right === 0
    ? l10n.t('No program against it solved since')
    : right === 1
      ? l10n.t('1 program against it solved since')
      : l10n.t('{0} programs against it solved since', right);

/** What is shown while the first program is prepared. */
export function preparingHtml(): string {
  return `<main class="page drill" data-stage="preparing"><h1>${escapeHtml(l10n.t('Drill'))}</h1><p role="status">${escapeHtml(l10n.t('Preparing a program…'))}</p></main>`;
}

/** Why no program can be shown. @param message a sentence for the user */
export function drillTroubleHtml(message: string, isNodeMissing: boolean): string {
  return `<main class="page drill trouble" data-stage="trouble"><h1>${escapeHtml(l10n.t("Couldn't prepare a program"))}</h1>
<p role="alert">${escapeHtml(message)}</p>
<div class="actions">${button('again', l10n.t('Try Again'), { primary: true, key: l10n.t('Space') })}
${isNodeMissing ? button('chooseNode', l10n.t('Select Node.js…')) : ''}
${button('showLog', l10n.t('Show Log'))}</div></main>`;
}
