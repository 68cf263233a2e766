import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';
import { command, context, view } from '../settings/ids.ts';
import type { Services } from '../services/services.ts';
import { registerBookmarks } from './bookmark.ts';
import { createCardView } from './card-view.ts';
import { registerDeepLinks } from './deep-links.ts';
import { registerGradeBadges } from './grade-badges.ts';
import { registerOpenAnother } from './open-another.ts';
import { questionKind } from './question-kind.ts';
import { revealShown, shownQuestionCard, shownSnippetCard } from './reveal-shown.ts';
import type { Search } from './search-questions.lazy.ts';
import { snippetKind } from './snippet-kind.ts';

/** The sidebar's two trees, and the ways from one question to another. */
export function registerBrowse(services: Services): void {
  const questions = createCardView(services, questionKind, {
    view: view.questions,
    filteredContext: context.questionsFiltered,
    filterCommands: [command.filterQuestions, command.filterQuestionsActive],
    clearCommand: command.clearQuestionFilter,
  });
  const snippets = createCardView(services, snippetKind, {
    view: view.snippets,
    filteredContext: context.snippetsFiltered,
    filterCommands: [command.filterSnippets, command.filterSnippetsActive],
    clearCommand: command.clearSnippetFilter,
  });
  services.context.subscriptions.push(
    registerGradeBadges(),
    registerOpenAnother(questions.tree, services.shownQuestion),
    registerSearch(services),
    registerBookmarks(services),
    registerDeepLinks(services),
    revealShown(questions, shownQuestionCard(services), services),
    revealShown(snippets, shownSnippetCard(services), services),
  );
}

/** The command alone: what it needs is read when somebody searches. */
function registerSearch(services: Services): vscode.Disposable {
  const { load } = loadOnce<Search>(async () => {
    const { createSearch } = await import('./search-questions.lazy.ts');
    const search = createSearch(services);
    services.context.subscriptions.push(search);
    return search;
  });
  return vscode.commands.registerCommand(command.searchQuestions, async (query: unknown) =>
    (await load()).open(query),
  );
}
