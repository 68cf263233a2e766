import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Bank, Question } from '../../src/bank/model.ts';
import { createPackReader } from '../../src/bank/pack-folder.ts';
import { recipeVersion } from '../../src/drill/drill.ts';
import { openLink } from '../../src/features/browse/deep-links.ts';
import { createPreview } from '../../src/features/browse/preview-question.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createShownQuestion } from '../../src/features/services/shown-question.ts';
import { pagesAtLast } from './pages.ts';

const { executeCommand } = vscode.commands;
const { tabGroups } = vscode.window;

interface Manifest {
  readonly contributes: { readonly loopwisePacks: readonly { readonly path: string }[] };
}

/** Through the commands that people use. */
describe('Going from question to question', () => {
  let questions: readonly Question[];

  before(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    await extension.activate();
    const bank = createBankService(extension.extensionUri);
    const own = await bank.load();
    const reader = createPackReader((id) => own.question(id) !== undefined);
    const { contributes } = extension.packageJSON as Manifest;
    const packs: Bank[] = [];
    for (const { path } of contributes.loopwisePacks) {
      const folder = vscode.Uri.joinPath(extension.extensionUri, path).fsPath;
      const { bank: pack } = await reader.read(folder);
      packs.push(pack ?? assert.fail(path));
    }
    bank.setPacks(packs);
    questions = (await bank.load()).questions;
    await goesOnceThereArePacks();
  });
  beforeEach(closeAll);
  afterEach(async () => {
    await executeCommand('workbench.action.closeQuickOpen');
    await executeCommand('loopwise.clearQuestionFilter');
    await closeAll();
  });

  const at = (place: number): Question => {
    const question = questions.at(place);
    assert.ok(question);
    return question;
  };
  /** Runs a command and waits for the page of a question, whichever it is. */
  const goes = async (id: string, ...rest: unknown[]): Promise<string> => {
    const before = answerTitle();
    await executeCommand(id, ...rest);
    return until((title) => title !== undefined && title !== before);
  };

  /** A page of a pack waits for the packs, which come after Loopwise's own questions. */
  const goesOnceThereArePacks = async (): Promise<void> => {
    assert.ok(at(-1).pack);
    await closeAll();
    await goes('loopwise.openQuestion', at(-1).id);
  };

  it('"next" begins with the first, "previous" with the last', async () => {
    assert.equal(await goes('loopwise.nextQuestion'), at(0).title);
    await closeAll();
    assert.equal(await goes('loopwise.previousQuestion'), at(-1).title);
  });

  it('"next" and "previous" go round the ends', async () => {
    await goes('loopwise.openQuestion', at(-1).id);
    assert.equal(await goes('loopwise.nextQuestion'), at(0).title);
    assert.equal(await goes('loopwise.previousQuestion'), at(-1).title);
  });

  it('"next" passes over what the filter hides', async () => {
    await goes('loopwise.openQuestion', at(0).id);
    await goes('loopwise.openQuestion', at(2).id);
    await goes('loopwise.openQuestion', at(0).id);
    await executeCommand('loopwise.filterQuestions', { states: ['started', 'done'] });
    const seen = [await goes('loopwise.nextQuestion')];
    while (seen.at(-1) !== at(0).title) seen.push(await goes('loopwise.nextQuestion'));
    assert.ok(seen.includes(at(2).title));
    await executeCommand('loopwise.filterQuestions', { states: ['new'] });
    const unseen = questions.filter(({ title }) => !seen.includes(title));
    assert.equal(await goes('loopwise.nextQuestion'), unseen[0]?.title);
  });

  it('"random" is never the one that is shown', async () => {
    let shown = await goes('loopwise.randomQuestion');
    for (let turn = 0; turn < 10; turn += 1) {
      const other = await goes('loopwise.randomQuestion');
      assert.notEqual(other, shown);
      shown = other;
    }
  });

  it('a link opens what it names, and nothing else', async () => {
    await openLink(`/question/${at(3).id}`);
    assert.equal(await until((title) => title !== undefined), at(3).title);
    await closeAll();
    for (const path of ['/question/', '/question/../x', '/command/loopwise.reset', '/Question/a']) {
      await openLink(path);
    }
    assert.deepEqual(await pagesAtLast('loopwise.answer'), []);
    // Of another version, which would make another program.
    await openLink('/drill/7-1-999');
    assert.deepEqual(await pagesAtLast('loopwise.drill'), []);
    await openLink(`/drill/7-1-${recipeVersion}`);
    assert.equal((await pagesAtLast('loopwise.drill')).length, 1);
    await closeAll();
  });

  describe('by searching', () => {
    it('previews nothing more once a choice has been made', async () => {
      const shownQuestion = createShownQuestion();
      const titles = new Set<string | undefined>();
      const listener = tabGroups.onDidChangeTabs(() => titles.add(answerTitle()));
      const failed = (error: unknown): void => assert.fail(String(error));
      const [chosen, other] = [
        createPreview(shownQuestion, failed),
        createPreview(shownQuestion, failed),
      ];
      chosen.end();
      other.show(at(1).id);
      // Both would open after the same pause, and the one that is asked for last would stay.
      chosen.show(at(0).id);
      await until((title) => title !== undefined);
      // As long as that pause: time enough for the page that must not come.
      other.show(at(2).id);
      await until((title) => title === at(2).title);
      assert.ok(!titles.has(at(0).title), [...titles].join(', '));
      listener.dispose();
      shownQuestion.dispose();
    });

    const [wanted, other] = [/setImmediate/, /thread pool/];

    it('previews what a word with a typing error finds, and opens it', async () => {
      assert.match(await goes('loopwise.searchQuestions', 'setImediate'), wanted);
      await executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await executeCommand('workbench.action.focusActiveEditorGroup');
      assert.match(answerTitle() ?? '', wanted);
    });

    it('goes back to the question that was open', async () => {
      const before = questions.find(({ title }) => other.test(title));
      // A page that takes the focus as it loads would close the search.
      await goes('loopwise.openQuestion', before?.id, { preserveFocus: true });
      await goes('loopwise.searchQuestions', 'setImediate');
      await executeCommand('workbench.action.closeQuickOpen');
      await until((title) => title === before?.title);
    });

    it('goes back to the text that was open, and leaves no page behind', async () => {
      const document = await vscode.workspace.openTextDocument({ content: 'x' });
      await vscode.window.showTextDocument(document);
      await goes('loopwise.searchQuestions', 'setImediate');
      await executeCommand('workbench.action.closeQuickOpen');
      await until((title) => title === undefined);
      assert.equal(vscode.window.activeTextEditor?.document, document);
    });
  });
});

function answerTitle(): string | undefined {
  return tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) =>
        input instanceof vscode.TabInputWebview && input.viewType.endsWith('loopwise.answer'),
    )?.label;
}

/** Resolves with the title of the answer page once it is wanted; it says "Answer" while it loads. */
function until(wanted: (title: string | undefined) => boolean): Promise<string> {
  return new Promise((resolve) => {
    const look = (): void => {
      const title = answerTitle();
      if (title === 'Answer' || !wanted(title)) return;
      listener.dispose();
      resolve(title ?? '');
    };
    const listener = tabGroups.onDidChangeTabs(look);
    look();
  });
}

async function closeAll(): Promise<void> {
  await executeCommand('workbench.action.closeAllEditors');
  await until((title) => title === undefined);
}
