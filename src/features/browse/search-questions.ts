import * as vscode from 'vscode';
import type { Question } from '../../bank/model.ts';
import { parseQuery, passesQuery } from '../../bank/query.ts';
import type { Search } from '../../bank/search.ts';
import type { Progress } from '../../study/progress.ts';
import { command, context } from '../services/ids.ts';
import type { LoadedBank, Services } from '../services/services.ts';
import { levelLabels, questionStateLabels, stateIcon } from './labels.ts';
import { matchedLine } from './matched-line.ts';
import { createPreview } from './preview-question.ts';
import { queryFacts } from './query-facts.ts';

interface QuestionItem extends vscode.QuickPickItem {
  readonly question: Question;
}

export function registerSearch(services: Services): vscode.Disposable {
  let indexed: { readonly bank: LoadedBank; readonly search: Promise<Search> } | undefined;
  const load = async () => {
    const [bank, progress] = await Promise.all([services.bank.load(), services.progress.load()]);
    if (indexed?.bank !== bank) {
      const module = import('./search.lazy.ts');
      indexed = { bank, search: module.then(({ createSearch }) => createSearch(bank.bank)) };
    }
    const search = await indexed.search;
    for (const { id } of bank.questions) search.setNote(id, progress.note(id));
    return { bank, progress, search };
  };
  return vscode.commands.registerCommand(
    command.searchQuestions,
    /** @param query what to search for at first, e.g. from a key binding */
    async (query: unknown) => {
      const pick = openPick(services, typeof query === 'string' ? query : '');
      try {
        const { bank, progress, search: find } = await load();
        pick.fill((text) => itemsFor(text, find, bank, progress));
      } catch (error) {
        pick.close();
        services.log.error(error instanceof Error ? error : String(error));
        await vscode.commands.executeCommand('setContext', context.bankBroken, true);
        const showLog = vscode.l10n.t('Show Log');
        const message = vscode.l10n.t('The questions cannot be searched: the bank is unreadable.');
        const choice = await vscode.window.showErrorMessage(message, showLog);
        if (choice === showLog) services.log.show();
      }
    },
  );
}

type ItemsFor = (text: string) => readonly QuestionItem[];

/** Opens at once and is busy until it can search; what is typed meanwhile is not lost. */
function openPick({ shownQuestion }: Services, query: string) {
  const pick = vscode.window.createQuickPick<QuestionItem>();
  const preview = createPreview(shownQuestion);
  let itemsFor: ItemsFor | undefined;
  let accepted = false;
  let moved = query !== '';

  const update = (): void => {
    if (itemsFor) pick.items = itemsFor(pick.value);
  };
  pick.title = vscode.l10n.t('Search Questions');
  pick.placeholder = vscode.l10n.t(
    'Words, and filters like level:senior topic:streams is:due has:snippet',
  );
  pick.value = query;
  pick.busy = true;
  // Keeps the rank of the search; VS Code would sort by matches in the label. Where this is not
  // known it does nothing.
  Object.assign(pick, { sortByLabel: false });
  pick.onDidChangeValue(() => {
    moved = true;
    update();
  });
  pick.onDidChangeActive(([item]) => {
    // The first one is active before the user has done anything.
    if (item && (moved || item !== pick.items[0])) {
      moved = true;
      preview.show(item.question.id);
    }
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    if (!item) return;
    accepted = true;
    pick.hide();
    preview.end();
    void vscode.commands.executeCommand(command.openQuestion, item.question.id);
  });
  pick.onDidHide(() => {
    pick.dispose();
    if (!accepted) void preview.undo();
  });
  pick.show();

  return {
    fill(by: ItemsFor): void {
      itemsFor = by;
      pick.busy = false;
      update();
    },
    close: () => pick.hide(),
  };
}

/** Nobody reads on, and VS Code takes long for more. */
const mostShown = 300;

function itemsFor(
  text: string,
  search: Search,
  bank: LoadedBank,
  progress: Progress,
): readonly QuestionItem[] {
  const item = (question: Question, detail: string | undefined): QuestionItem => {
    const state = progress.question(question);
    return {
      question,
      label: question.title,
      iconPath: stateIcon(state),
      description: [levelLabels.get(question.level), questionStateLabels.get(state)].join(' · '),
      ...(detail && { detail }),
      // The search decides, also about words with typing errors.
      alwaysShow: true,
    };
  };
  const query = parseQuery(text);
  const passes = (question: Question): boolean =>
    passesQuery(query, queryFacts(question, bank, progress, Date.now()));
  if (query.words === '') {
    return bank.questions
      .filter(passes)
      .slice(0, mostShown)
      .map((question) => item(question, question.tags.join(', ')));
  }
  const hits = search.find(query.words).filter(({ questionId }) => {
    const question = bank.question(questionId);
    return question !== undefined && passes(question);
  });
  return hits.slice(0, mostShown).flatMap(({ questionId, terms }) => {
    const question = bank.question(questionId);
    if (!question) return [];
    return item(question, matchedLine(question, terms, progress.note(questionId)));
  });
}
