import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import type { BeliefProgress } from '../../drill/belief-progress.ts';
import type { ProgressRequest } from '../../shared/progress.ts';
import { nameOfCard } from '../../study/event-line.ts';
import type { CardId } from '../../study/event.ts';
import { partOf } from '../../study/review/queue-part.ts';
import type { ReviewCard } from '../../study/review/review-card.ts';
import { numberOfDay } from '../../study/study-day.ts';
import { readStatistics, type Statistics } from '../../study/statistics/statistics.ts';
import { withoutCode } from '../pages/code-marks.ts';
import type { Contents } from '../pages/page-panel.ts';
import { cardTitle } from '../services/card-title.ts';
import type { LoadedBank, Services } from '../services/services.ts';
import { command } from '../settings/ids.ts';
import { dueText, intervalText } from '../ui/amount-texts.ts';
import { askForFile } from '../ui/ask-for-file.ts';
import { asLogged } from '../ui/error-text.ts';
import { offerFile } from '../ui/offer-file.ts';
import { writeFile } from '../ui/write-file.ts';
import { printedPage } from './export-text.ts';
import { hardestSection, masterySection } from './knowledge-sections.ts';
import { beliefsSection, interviewsSection } from './practice-sections.ts';
import { progressHtml, troubleHtml, type Overview } from './progress-html.ts';
import { forecastSection, retentionSection, reviewsSection } from './review-sections.ts';
import type { Section } from './section.ts';
import { tableCsv } from './table-csv.ts';
import { topicTitles } from './topic-titles.ts';

/** What the page of progress shows and does. */
export interface ProgressSession {
  /** As things are now. Never rejects. */
  contents(): Promise<Contents>;
  /** Whether something has happened, other than a review, that the page does not show. */
  isOutdated(): Promise<boolean>;
  perform(request: ProgressRequest): Promise<void>;
}

type SessionServices = Pick<
  Services,
  'bank' | 'material' | 'progress' | 'study' | 'due' | 'drills' | 'log'
>;

/** What was read for the page that is shown, which its files have too. */
interface Shown {
  readonly as: Marks;
  readonly overview: Overview;
  readonly sections: readonly Section[];
  readonly statistics: Statistics;
}

/** What tells that there is something new, without reading all of it again. */
interface Marks {
  readonly bank: LoadedBank;
  readonly today: number;
  readonly interviews: number;
  readonly answers: number;
}

/** @param changed the page is to be shown anew */
export function createProgressSession(
  services: SessionServices,
  changed: () => void,
): ProgressSession {
  const { bank, progress, study, due, drills, log } = services;
  let shown: Shown | undefined;
  let beliefs: { readonly of: number; readonly all: readonly BeliefProgress[] } | undefined;

  /** A thread makes the programs of the answers anew, which takes longer than the page may. */
  async function knownBeliefs(): Promise<readonly BeliefProgress[] | undefined> {
    const known = await progress.loadDrills();
    if (known.found().size === 0) return [];
    const answers = known.answers();
    const of = answers.at(-1)?.at ?? 0;
    if (beliefs?.of === of) return beliefs.all;
    void drills
      .load()
      .then((service) => service.beliefs())
      .catch((error: unknown) => {
        log.error(asLogged(error));
        // The page says that it is not known; after another answer, it is tried again.
        return [];
      })
      .then((all) => {
        beliefs = { of, all };
        changed();
      });
    return undefined;
  }

  async function marks(): Promise<Marks> {
    const [loaded, interviews, drilled] = await Promise.all([
      ...([bank.loadAll(), progress.loadInterviews(), progress.loadDrills()] as const),
    ]);
    return {
      ...{ bank: loaded, today: numberOfDay(Date.now()), interviews: interviews.length },
      answers: drilled.answers().at(-1)?.at ?? 0,
    };
  }

  async function read(): Promise<Shown> {
    const [service, as] = await Promise.all([study.load(), marks()]);
    const loaded = as.bank;
    const problems = (await services.material.loadOrNone())?.practice ?? [];
    const [cards, reviews, interviews, believed, now] = await Promise.all([
      ...([service.cards(), service.reviews(), progress.loadInterviews()] as const),
      ...([knownBeliefs(), due.load()] as const),
    ]);
    const named = (await progress.loadDrills()).found().size;
    const policy = service.policy();
    const asked = new Set(partOf(now, 'due').map(({ id }) => id));
    const statistics = await readStatistics({
      ...{ reviews, cards, policy, due: asked, now: Date.now() },
    });
    const { activity, streak, today, retention, forecast, mastery, hardest } = statistics;
    const topicTitle = topicTitles(loaded);
    const ofReviews =
      activity.reviews === 0
        ? []
        : [
            reviewsSection(activity, today, streak),
            retentionSection(retention, policy.retention),
            forecastSection(forecast, today),
            masterySection(mastery, topicTitle),
            hardestSection(hardest, (card) => shownTitle(card, loaded, problems), topicTitle),
          ];
    const sections = [...ofReviews, beliefsSection(named, believed), interviewsSection(interviews)];
    const overview = overviewOf(activity.reviews, statistics.cards, now);
    return { as, overview, sections, statistics };
  }

  async function save(name: string, kind: 'CSV' | 'HTML', text: string): Promise<void> {
    const title = kind === 'CSV' ? vscode.l10n.t('Export Table') : vscode.l10n.t('Export Page');
    const ending = kind === 'CSV' ? 'csv' : 'html';
    const file = await askForFile({ title, name, ending, kind });
    if (!file) return;
    await writeFile(file, text);
    const shownName = vscode.workspace.asRelativePath(file);
    const saved =
      kind === 'CSV'
        ? vscode.l10n.t('The table was saved as {0}.', shownName)
        : vscode.l10n.t('The page was saved as {0}.', shownName);
    void offerFile(file, saved, { prints: kind === 'HTML' });
  }

  async function exportTable(id: Section['id']): Promise<void> {
    const table = (shown ?? (await read())).sections.find((one) => one.id === id)?.table;
    if (table) await save(`loopwise-${id}`, 'CSV', tableCsv(table));
  }

  async function exportPage(): Promise<void> {
    const { overview, sections } = shown ?? (await read());
    await save('loopwise-progress', 'HTML', printedPage(overview.facts, sections));
  }

  return {
    async contents() {
      const title = vscode.l10n.t('Progress');
      try {
        shown = await read();
        const html = progressHtml(shown.overview, shown.sections);
        return { title, ...withoutCode(html), data: () => ({}) };
      } catch (error) {
        log.error(asLogged(error));
        shown = undefined;
        return { title, ...withoutCode(troubleHtml()), data: () => ({}) };
      }
    },
    async isOutdated() {
      // The first time, it is about to be rendered.
      if (!shown) return false;
      const { as } = shown;
      const now = await marks();
      return (['bank', 'today', 'interviews', 'answers'] as const).some(
        (one) => as[one] !== now[one],
      );
    },
    async perform(request) {
      const { executeCommand } = vscode.commands;
      switch (request.kind) {
        case 'study':
          await executeCommand(command.studyNow);
          return;
        case 'drill':
          await executeCommand(command.drill);
          return;
        case 'interview':
          await executeCommand(command.startInterview);
          return;
        case 'quizHardest': {
          const ids = shown?.statistics.hardest.map(({ card }) => card.question) ?? [];
          await executeCommand(command.quiz, { kind: 'questions', ids: [...new Set(ids)] });
          return;
        }
        case 'openCard':
          return openCard((await (await study.load()).cards()).get(request.id as CardId));
        case 'drillAgainst':
          await executeCommand(command.drill, { against: request.id });
          return;
        case 'openReport':
          await executeCommand(command.showInterviewReports, request.id);
          return;
        case 'exportTable':
          return exportTable(request.section);
        case 'exportPage':
          return exportPage();
        case 'showLog':
          await executeCommand(command.showLog);
          return;
        case 'reload':
          changed();
      }
    },
  };
}

/** What is due, in the words of the quiz; one button does the next of it. */
function overviewOf(
  reviews: number,
  cards: number,
  { due, nextAt }: { readonly due: number; readonly nextAt: number | undefined },
): Overview {
  if (reviews === 0) {
    return {
      facts: [
        vscode.l10n.t("You haven't reviewed anything yet."),
        vscode.l10n.t(
          'A review is a card that you answer and then rate. From the first one on, this page shows what will be due and how long you would remember it.',
        ),
      ],
      actions: [{ do: 'study', text: vscode.l10n.t('Study Now') }],
    };
  }
  const next =
    nextAt === undefined
      ? []
      : [vscode.l10n.t('The next card is due in {0}.', intervalText(nextAt - Date.now()))];
  const now = due > 0 ? [dueText(due)] : [vscode.l10n.t('Nothing is due now.'), ...next];
  const known =
    cards === 1
      ? vscode.l10n.t('You have started 1 card.')
      : vscode.l10n.t('You have started {0} cards.', cards);
  return {
    facts: [[...now, known].join(' ')],
    actions: [{ do: 'study', text: vscode.l10n.t('Study Now') }],
  };
}

async function openCard(card: ReviewCard | undefined): Promise<void> {
  const { executeCommand } = vscode.commands;
  if (!card) return;
  const id = nameOfCard(card.id);
  if (card.kind === 'snippet') await executeCommand(command.predictSnippet, id);
  else if (card.kind === 'belief') await executeCommand(command.drill, { against: id });
  else if (card.kind === 'problem') await executeCommand(command.openProblem, id);
  else await executeCommand(command.openQuestion, card.question);
}

/** Plain text, with the kind of what is asked. */
function shownTitle(card: ReviewCard, bank: LoadedBank, problems: readonly Problem[]): string {
  const title = cardTitle(card, bank, problems);
  switch (card.kind) {
    case 'question':
      return title;
    case 'snippet':
      return vscode.l10n.t('Prediction: {0}', title);
    case 'check':
      return vscode.l10n.t('Quick check: {0}', title);
    case 'belief':
      return vscode.l10n.t('Drill: {0}', title);
    case 'problem':
      return vscode.l10n.t('Practice problem: {0}', title);
  }
}
