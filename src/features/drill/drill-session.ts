import * as vscode from 'vscode';
import { deriveDecoys } from '../../bank/decoys.ts';
import { isDrilled, seedOf } from '../../drill/recipe-text.ts';
import { beliefOf, type BeliefId } from '../../explain/beliefs.ts';
import { shuffled, randomNumbers } from '../../collections/shuffled.ts';
import { displayText } from '../../order/line-text.ts';
import { orderLines } from '../../order/order-lines.ts';
import type { Verdict } from '../../order/verdict.ts';
import { isNoNodeError } from '../../runner/errors.ts';
import type { RunResult } from '../../runner/model.ts';
import type { DrillData, DrillRequest, DrillTimelines } from '../../shared/drill.ts';
import type { Prediction } from '../../shared/predict.ts';
import {
  programsAgainst,
  readDrillRun,
  reduceDrill,
  startDrill,
  withoutProgram,
  type DrillAction,
  type DrillRun,
  type Predicted,
} from '../../study/drill/drill-run.ts';
import type { WrongPair } from '../../trace/explanation.ts';
import { createCodeMarks, withoutCode } from '../pages/code-marks.ts';
import { codeSection } from '../pages/snippet-html.ts';
import type { Contents } from '../pages/page-panel.ts';
import type { ReadyDrill } from '../services/drills.ts';
import type { Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { settings } from '../settings/settings.ts';
import { isSamePrinted } from '../subject/run-and-record.ts';
import { runRequest } from '../subject/run-request.ts';
import { argumentOf } from '../subject/subject.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import {
  drillHtml,
  drillSummaryHtml,
  drillTroubleHtml,
  preparingHtml,
  type ShownProgram,
  type ToldBelief,
  type ToldDrill,
} from './drill-html.ts';
import { drillLink } from './drill-link.ts';
import { phasesOf, timelinesOf } from './timelines-of.ts';
import type { DrillStart } from './read-drill-argument.lazy.ts';

/** One drill, from its first program to its summary. Knows nothing of the panel that shows it. */
export interface DrillSession {
  /** Identifies what is shown: the same key is the same program. */
  readonly key: string;
  contents(): Promise<Contents>;
  /** Does what the page asks for; what it rejects with has a message for the user. */
  perform(request: DrillRequest): Promise<void>;
  /** What has to be stored, for the drill to go on after a restart. */
  readonly stored: DrillRun;
  dispose(): void;
}

/** Recordings of a race are repeated until one has the order that is judged. */
const mostRecordings = 3;
/** More would be read by nobody. */
const mostBeliefs = 2;

/**
 * @param start where it begins
 * @param stored a drill to go on with, from anywhere
 * @param changed something else is to be stored, and shown unless the page shows it already
 */
export async function createDrillSession(
  services: Services,
  start: DrillStart,
  stored: unknown,
  changed: (how?: { readonly isShown: boolean }) => Promise<void>,
): Promise<DrillSession> {
  const { bank, context, log, runner, work } = services;
  const drills = await services.drills.load();
  const end = new AbortController();
  let run = readDrillRun(stored) ?? startDrill(start.level);
  let wantsRecipe = run.program ?? start.recipe;
  /** Of the first program of a drill that begins here. */
  let wantsContrast = stored === undefined ? start.contrast : undefined;
  let wantsSmallest = stored === undefined && start.smallest === true;
  let current: ReadyDrill | undefined;
  let told: ToldDrill | undefined;
  /** Of what is told; absent where no belief predicts another order, or without a recording. */
  let timelines: DrillTimelines | undefined;
  /** The next program, while the answer of this one is read. */
  let prepared: { readonly of: DrillRun; readonly drill: Promise<ReadyDrill> } | undefined;
  let failure: unknown;
  /** The kinds of requests that are being worked on, and the end of the last one. */
  const pending = new Set<DrillRequest['kind']>();
  let last = Promise.resolve();
  if (start.against !== undefined && !stored) {
    run = { ...run, against: { belief: start.against, left: programsAgainst } };
  }

  async function prepare(): Promise<ReadyDrill> {
    const { level, against } = run;
    const belief = against && isDrilled(against.belief) ? against.belief : undefined;
    const quick = run.done.length === 0;
    const contrast = wantsContrast;
    wantsContrast = undefined;
    if (wantsSmallest && belief) {
      wantsSmallest = false;
      return drills.smallest(belief, end.signal);
    }
    return drills.next(
      { level, quick, ...(belief && { against: belief }), ...(contrast && { contrast }) },
      end.signal,
    );
  }

  /** Has a program on the page, unless the drill is over. */
  async function ensure(): Promise<void> {
    if (run.stopped || current) return;
    try {
      failure = undefined;
      const recipe = wantsRecipe;
      wantsRecipe = undefined;
      const wanted = recipe === undefined ? undefined : await drills.ofRecipe(recipe, end.signal);
      const isFitting =
        prepared?.of.level === run.level && prepared.of.against?.belief === run.against?.belief;
      const ahead = isFitting ? prepared?.drill : undefined;
      prepared = undefined;
      const drill = wanted ?? (await (ahead ?? prepare()));
      current = drill;
      // A program of an older version can't be made again: another one takes its place.
      if (run.program !== undefined && run.program !== drill.recipe) {
        run = withoutProgram(run);
      }
      run = reduceDrill(run, { kind: 'shown', program: drill.recipe });
      if (run.told) await tell(drill, run.told.prediction, false);
    } catch (error) {
      if (!end.signal.aborted) log.error(asLogged(error));
      failure = error;
    }
  }

  /** One request after the other; a key that is pressed twice does nothing more. */
  async function once({ kind }: DrillRequest, perform: () => Promise<void>): Promise<void> {
    if (pending.has(kind)) return;
    pending.add(kind);
    const done = last.then(perform).finally(() => pending.delete(kind));
    last = done.catch(() => undefined);
    await done;
  }

  function act(action: DrillAction): boolean {
    const before = run;
    run = reduceDrill(run, action);
    if (run.program === undefined) {
      current = undefined;
      told = undefined;
      timelines = undefined;
    }
    return run !== before;
  }

  async function predict({ mode, lines }: Prediction): Promise<void> {
    const drill = current;
    if (!drill || run.told) return;
    await tell(drill, { mode, lines }, true);
    await changed();
  }

  /** Shows the output, with what the answer says. @param isNew not shown before, and to be recorded */
  async function tell(
    drill: ReadyDrill,
    prediction: Predicted | undefined,
    isNew: boolean,
  ): Promise<void> {
    const lines = prediction?.lines;
    const [verdict, diagnosis, recorded] = await Promise.all([
      prediction && drills.judge(drill, prediction, isNew),
      lines && drills.diagnose(drill, lines),
      record(drill),
    ]);
    const isWrong = verdict?.kind === 'wrong';
    const ids = isWrong && diagnosis ? beliefsToTell(diagnosis.named, diagnosis.explains) : [];
    const telling = ids.map(async (belief): Promise<ToldBelief> => {
      const isNamed = diagnosis?.named.includes(belief) === true;
      if (isNamed && isNew) await drills.found(belief);
      return toldBelief(belief, isNamed, diagnosis?.believed[belief]);
    });
    const [wrong, beliefs, drawn] = await Promise.all([
      explain(drill, verdict, lines, recorded),
      Promise.all(telling),
      recorded?.trace && timelinesOf(drills, drill, recorded.trace, ids),
    ]);
    timelines = drawn;
    const printed = drill.run.lines.map(displayText);
    const phases = recorded?.trace && phasesOf(recorded.trace);
    told = {
      ...{ printed, beliefs },
      drawn: timelines?.imagined.map(({ belief }) => belief) ?? [],
      ...(verdict && { verdict }),
      ...(lines && { predicted: lines }),
      ...(phases && { phases }),
      ...(wrong && { wrong }),
    };
    if (isNew) {
      if (prediction) {
        const right = verdict?.kind === 'exact' || verdict?.kind === 'possible';
        act({ kind: 'answered', prediction, right });
      } else act({ kind: 'gaveUp' });
    }
    const drillAhead = prepare();
    // Whoever waits for it is told; nobody else is.
    drillAhead.catch(() => undefined);
    prepared = { of: run, drill: drillAhead };
  }

  /** A recorded run with the order that is judged; an answer is worth showing without one. */
  async function record({ subject, run: judged }: ReadyDrill): Promise<RunResult | undefined> {
    try {
      for (let time = 0; time < mostRecordings; time++) {
        const recorded = await runner.run(runRequest(subject, end.signal));
        if (isSamePrinted(judged, recorded)) return recorded;
      }
    } catch (error) {
      if (!end.signal.aborted) log.error(asLogged(error));
    }
    return undefined;
  }

  async function explain(
    { order }: ReadyDrill,
    verdict: Verdict | undefined,
    lines: readonly string[] | undefined,
    recorded: RunResult | undefined,
  ): Promise<WrongPair | undefined> {
    if (verdict?.kind !== 'wrong' || !lines || !recorded?.trace) return undefined;
    try {
      const prediction = {
        lines: lines.map((text) => ({ stream: 'stdout', text }) as const),
        at: verdict.at,
      };
      const { wrong } = await work.do('explainRun', recorded.trace, { prediction, expect: order });
      return wrong;
    } catch (error) {
      log.error(asLogged(error));
      return undefined;
    }
  }

  async function toldBelief(
    belief: BeliefId,
    isNamed: boolean,
    imagined: readonly string[] | undefined,
  ): Promise<ToldBelief> {
    const { says, text, question } = beliefOf(belief);
    const questionTitle = (await bank.load()).question(question)?.title;
    return {
      ...{ id: belief, says, text, question, questionTitle, isNamed },
      ...(imagined && { imagined }),
    };
  }

  async function showSmallest(id: string): Promise<void> {
    if (!told || !isDrilled(id)) return;
    const drill = await drills.smallest(id, end.signal);
    const printed = drill.run.lines.map(displayText);
    const { believed } = await drills.diagnose(drill, printed);
    const smallest = { program: drill, printed, imagined: believed[id] ?? printed };
    told = {
      ...told,
      beliefs: told.beliefs.map((one) => (one.id === id ? { ...one, smallest } : one)),
    };
    await changed();
  }

  async function go(action: DrillAction): Promise<void> {
    if (!act(action)) return;
    await ensure();
    await changed();
  }

  async function openTimeline(): Promise<void> {
    if (!current || !told) return;
    await vscode.commands.executeCommand(command.showTimeline, argumentOf(current.subject));
  }

  async function copyLink(): Promise<void> {
    const link = current && drillLink(context.extension.id, current.recipe);
    if (link === undefined) return;
    await vscode.env.clipboard.writeText(link);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Link copied'), 2000);
  }

  function data(): DrillData {
    const mode = settings.predictMode() === 'typed' ? 'typed' : 'cards';
    if (run.told && timelines) return { mode, timelines };
    if (!current || run.told || failure !== undefined) return { mode };
    const lines = orderLines(current.order);
    const decoys = deriveDecoys(current.code, lines);
    const all = [...lines, ...decoys];
    // The same order after a restart: the page keeps the places of the cards.
    const cards = shuffled(all, randomNumbers(seedOf(current.recipe))).map(({ stream, text }) => ({
      ...{ stream, text },
      typed: displayText({ stream, text }),
    }));
    return { cards, mode, isWhole: decoys.length === 0 };
  }

  async function html(): Promise<Omit<Contents, 'title' | 'data'>> {
    if (run.stopped) return withoutCode(drillSummaryHtml(run, await drills.beliefs()));
    if (failure !== undefined) {
      const isNodeMissing = isNoNodeError(failure);
      return withoutCode(drillTroubleHtml(errorText(failure), isNodeMissing));
    }
    if (!current) return withoutCode(preparingHtml());
    const marks = createCodeMarks();
    const section = ({ code, kind }: ShownProgram, label?: string): string => {
      const at = marks.code.length;
      return codeSection(marks.add({ code, language: kind, lines: true }), {
        ...{ at, ...(label !== undefined && { label }) },
      });
    };
    const html = drillHtml({
      ...{ run, program: current, section, isRace: current.outputs.length > 1 },
      ...(run.told && told && { told }),
    });
    return { html, code: marks.code, mark: marks.mark };
  }

  return {
    get key() {
      return `${current?.recipe ?? run.program ?? ''} ${run.done.length}`;
    },
    get stored() {
      return run;
    },
    async contents() {
      await ensure();
      return { title: vscode.l10n.t('Drill'), ...(await html()), data };
    },
    async perform(request) {
      switch (request.kind) {
        case 'predict':
          return once(request, () => predict(request.prediction));
        case 'giveUp':
          return once(request, async () => {
            if (!current || run.told) return;
            await tell(current, undefined, true);
            await changed();
          });
        case 'next':
          return once(request, () => go({ kind: 'next' }));
        case 'stop':
          return once(request, () => go({ kind: 'stop' }));
        case 'level':
          return once(request, async () => {
            // Beside an output the page shows it already, and goes on to take what is pressed next.
            if (!run.told) await go(request);
            else if (act(request)) await changed({ isShown: true });
          });
        case 'against':
          return once(request, async () => {
            if (!run.stopped) return go({ kind: 'against', belief: request.belief });
            // From the summary another drill begins.
            const next = startDrill(run.adaptive ? 'adaptive' : run.level);
            run = { ...next, against: { belief: request.belief, left: programsAgainst } };
            return changed();
          });
        case 'smallest':
          return once(request, () => showSmallest(request.belief));
        case 'again':
          if (run.stopped) run = startDrill(run.adaptive ? 'adaptive' : run.level);
          failure = undefined;
          return changed();
        case 'openQuestion':
          await vscode.commands.executeCommand(command.openQuestion, request.question);
          return;
        case 'timeline':
          return openTimeline();
        case 'copyLink':
          return copyLink();
        case 'chooseNode':
          await vscode.commands.executeCommand(command.selectRuntime);
          return;
        case 'showLog':
          log.show();
      }
    },
    dispose: () => end.abort(),
  };
}

/** Those that all answers fit first, then those that predict exactly this on their own. */
function beliefsToTell(
  named: readonly BeliefId[],
  explains: readonly (readonly BeliefId[])[],
): readonly BeliefId[] {
  const alone = explains.flatMap((beliefs) => (beliefs.length === 1 ? beliefs : []));
  const fitting = named.filter((id) => explains.some((beliefs) => beliefs.includes(id)));
  // Where many predict the same, the answer tells nothing of any of them.
  const telling = alone.length <= mostBeliefs ? alone : [];
  return [...new Set([...fitting, ...telling])].slice(0, mostBeliefs);
}
