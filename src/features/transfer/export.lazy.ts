import * as vscode from 'vscode';
import type { LoadedBank, Services } from '../services/services.ts';
import { nameOfCard } from '../../study/event-line.ts';
import { checkCard, type ReviewCard } from '../../study/review/review-card.ts';
import { formatProgressFile } from '../../study/transfer/progress-file.ts';
import { localDay } from '../../study/transfer/local-day.ts';
import type { AnkiSource, AnkiTexts } from './anki-cards.ts';
import { reviewsCsv } from './reviews-csv.ts';
import { createTransferThread } from './transfer-thread.ts';
import { askForFile } from '../ui/ask-for-file.ts';
import { cardsText } from '../ui/amount-texts.ts';
import { errorText } from '../ui/error-text.ts';
import { offerFile } from '../ui/offer-file.ts';
import { pickOne } from '../ui/pick-one.ts';
import { reasonOf } from '../ui/reason-of.ts';
import { writeFile } from '../ui/write-file.ts';

/** What an export is: its text, and what is said once it is saved. */
interface Export {
  readonly text: string;
  readonly ending: string;
  readonly kind: string;
  readonly name: string;
  /** The title of the dialog that asks where it goes. */
  readonly title: string;
  readonly saved: (file: string) => string;
}

/** Asks what is wanted and where it goes, and writes it there. */
export async function exportProgress(services: Services): Promise<void> {
  const format = await pickOne(formats(services), {
    title: vscode.l10n.t('Export Progress'),
    placeHolder: vscode.l10n.t('Select what to export'),
  });
  if (!format) return;
  try {
    const made = await format.make();
    if (!made) return;
    const name = `${made.name}-${localDay(new Date())}`;
    const file = await askForFile({ ...made, name });
    if (!file) return;
    await writeFile(file, made.text);
    void offerFile(file, made.saved(vscode.workspace.asRelativePath(file)), { prints: false });
  } catch (error) {
    void vscode.window.showErrorMessage(errorText(error));
  }
}

const formats = (services: Services) => [
  {
    label: vscode.l10n.t('Everything, as JSON'),
    detail: vscode.l10n.t('For another machine, where Import Progress… adds it to what is there.'),
    make: () => everything(services),
  },
  {
    label: vscode.l10n.t('Reviews, as CSV'),
    detail: vscode.l10n.t('A table for a spreadsheet, with one row for each review.'),
    make: () => reviews(services),
  },
  {
    label: vscode.l10n.t('Cards, as text for Anki'),
    detail: vscode.l10n.t('Front, back and tags of each card. Anki schedules them from scratch.'),
    make: () => cards(services),
  },
];

function tellNothing(text: string): void {
  void vscode.window.showInformationMessage(text);
}

/** @throws Error for the user */
async function everything({ progress }: Pick<Services, 'progress'>): Promise<Export | undefined> {
  const lines = new Set<string>();
  const take = (line: string): void => void lines.add(line.trim());
  await progress.readLog((_event, line) => take(line), take).catch(unreadable);
  if (lines.size === 0) {
    tellNothing(vscode.l10n.t('There is nothing to export yet.'));
    return undefined;
  }
  return {
    ...{ ending: 'json', kind: 'JSON', name: 'loopwise-progress' },
    title: vscode.l10n.t('Save Your Progress'),
    text: await formatProgressFile([...lines], new Date().toISOString()),
    saved: (file) =>
      lines.size === 1
        ? vscode.l10n.t(
            'Your progress was saved as {0}: 1 event. Import Progress… adds it to the progress of another machine.',
            file,
          )
        : vscode.l10n.t(
            'Your progress was saved as {0}: {1} events. Import Progress… adds it to the progress of another machine.',
            file,
            lines.size,
          ),
  };
}

async function reviews(services: Services): Promise<Export | undefined> {
  const { text, count } = await reviewsCsv(services).catch(unreadable);
  if (count === 0) {
    tellNothing(vscode.l10n.t('There are no reviews to export yet.'));
    return undefined;
  }
  return {
    ...{ ending: 'csv', kind: 'CSV', name: 'loopwise-reviews', text },
    title: vscode.l10n.t('Save Your Reviews'),
    saved: (file) =>
      count === 1
        ? vscode.l10n.t('1 review was saved as {0}.', file)
        : vscode.l10n.t('{1} reviews were saved as {0}.', file, count),
  };
}

function unreadable(error: unknown): never {
  throw new Error(vscode.l10n.t("Couldn't read your progress. {0}", reasonOf(error)), {
    cause: error,
  });
}

async function cards(services: Services): Promise<Export | undefined> {
  const study = await services.study.load();
  const [all, known, bank] = await Promise.all([
    study.cards(),
    study.reviews(),
    services.bank.loadAll(),
  ]);
  // A belief is asked with a program that is made on the spot, a problem with a file and its tests.
  const every = [...all.values()].filter(({ kind }) => kind !== 'belief' && kind !== 'problem');
  const reviewed = every.filter(({ id }) => known.memory(id) !== undefined);
  const chosen =
    reviewed.length === 0 || reviewed.length === every.length
      ? { wanted: every }
      : await pickOne(
          [
            {
              label: vscode.l10n.t('Cards that you reviewed'),
              ...{ description: cardsText(reviewed.length), wanted: reviewed },
            },
            {
              label: vscode.l10n.t('All cards'),
              ...{ description: cardsText(every.length), wanted: every },
            },
          ],
          {
            title: vscode.l10n.t('Export Progress'),
            placeHolder: vscode.l10n.t('Select the cards to export'),
          },
        );
  if (!chosen) return undefined;
  const sources = chosen.wanted.flatMap((card) => sourceOf(bank, card) ?? []);
  if (sources.length === 0) {
    tellNothing(vscode.l10n.t('There are no cards to export.'));
    return undefined;
  }
  const thread = createTransferThread(services.context.extensionUri);
  try {
    const text = await thread.anki({ kind: 'anki', sources, texts: ankiTexts(), deck: 'Loopwise' });
    return {
      ...{ ending: 'txt', kind: vscode.l10n.t('Text'), name: 'loopwise-anki', text },
      title: vscode.l10n.t('Save Cards for Anki'),
      saved: (file) =>
        sources.length === 1
          ? vscode.l10n.t(
              '1 card was saved as {0}. In Anki, choose File > Import and open it.',
              file,
            )
          : vscode.l10n.t(
              '{1} cards were saved as {0}. In Anki, choose File > Import and open it.',
              file,
              sources.length,
            ),
    };
  } finally {
    thread.dispose();
  }
}

/** Undefined for a card that the bank has lost meanwhile, and for one that has no text of its own to be asked with. */
function sourceOf(bank: LoadedBank, card: ReviewCard): AnkiSource | undefined {
  const { id, kind, level, topic } = card;
  const question = bank.question(card.question);
  if (!question) return undefined;
  const tags = [`loopwise::${topic}`, `loopwise::${level}`, ...question.tags];
  const name = nameOfCard(id);
  switch (kind) {
    case 'question': {
      const { title, sayIt, keyPoints } = question;
      return { kind, of: { title, sayIt, keyPoints }, tags };
    }
    case 'check': {
      const check = question.checks.find((one) => checkCard(question.id, one.id) === id);
      return check && { kind, of: check, tags };
    }
    case 'snippet': {
      const snippet = bank.snippet(name);
      if (!snippet) return undefined;
      const { code, kind: module, expect, variants, teaches } = snippet;
      return { kind, of: { code, kind: module, expect, variants, teaches }, tags };
    }
    case 'belief':
    case 'problem':
      return undefined;
  }
}

const ankiTexts = (): AnkiTexts => ({
  print: {
    cjs: vscode.l10n.t('What does this program print? (CommonJS)'),
    mjs: vscode.l10n.t('What does this program print? (ES module)'),
  },
  output: vscode.l10n.t('Output:'),
  outputWith: vscode.l10n.t('Output with Node.js {0}:', '{0}'),
  outputElse: vscode.l10n.t('Output with any other version:'),
  or: vscode.l10n.t('or'),
  more: vscode.l10n.t('Other orders are possible too.'),
  exit: vscode.l10n.t('(exit code {0})', '{0}'),
});
