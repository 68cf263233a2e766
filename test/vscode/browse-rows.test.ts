import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createPackReader } from '../../src/bank/pack-folder.ts';
import {
  createStoredFilter,
  describeFilter,
  noFilter,
} from '../../src/features/browse/card-filter.ts';
import type { CardKind } from '../../src/features/browse/card-kind.ts';
import { createCardTree } from '../../src/features/browse/card-tree.ts';
import { questionKind } from '../../src/features/browse/question-kind.ts';
import { snippetKind } from '../../src/features/browse/snippet-kind.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import type { LoadedBank } from '../../src/features/services/services.ts';
import { createShownQuestion } from '../../src/features/services/shown-question.ts';
import { memento } from './memento.ts';
import { createStudyWorld, nothingDue } from './study-world.ts';

interface Manifest {
  readonly contributes: { readonly loopwisePacks: readonly { readonly path: string }[] };
}

/** What a user has who installed Loopwise, and nothing else. */
async function bankWithPacks(): Promise<LoadedBank> {
  const extension = vscode.extensions.getExtension('loopwise.loopwise');
  assert.ok(extension);
  const service = createBankService(extension.extensionUri);
  const own = await service.load();
  const reader = createPackReader((id) => own.question(id) !== undefined);
  const { contributes } = extension.packageJSON as Manifest;
  const packs = contributes.loopwisePacks.map(async ({ path }) => {
    const { bank: pack } = await reader.read(
      vscode.Uri.joinPath(extension.extensionUri, path).fsPath,
    );
    return pack ?? assert.fail(path);
  });
  service.setPacks(await Promise.all(packs));
  return service.load();
}

describe('The rows of the trees', () => {
  let bank: LoadedBank;
  let world: ReturnType<typeof createStudyWorld>;

  before(async () => {
    bank = await bankWithPacks();
    world = createStudyWorld();
  });
  after(() => world.dispose());

  /** Each row as people see it, without its icon. */
  const rows = async <Card extends { readonly id: string }>(
    kind: CardKind<Card>,
    loaded: LoadedBank,
  ): Promise<string[]> => {
    const never = new vscode.EventEmitter<void>().event;
    const given = {
      bank: { onDidChange: never, load: () => Promise.resolve(loaded) },
      progress: world.window(),
      due: nothingDue,
      shownQuestion: createShownQuestion(),
      log: world.log,
    };
    const tree = createCardTree(given, kind, { value: noFilter, onDidChange: never });
    const items = (await tree.nodes()).map(async (node) => tree.getTreeItem(node));
    const texts = (await Promise.all(items)).map(({ label, description }) =>
      JSON.stringify([label, description]),
    );
    tree.dispose();
    return texts;
  };
  const repeated = (all: readonly string[]) => all.filter((row, at) => all.indexOf(row) !== at);

  it('are all different, in the bank and in the packs that come with it', async () => {
    const questions = await rows(questionKind, bank);
    const snippets = await rows(snippetKind, bank);
    assert.equal(questions.length, bank.questions.length);
    assert.ok(snippets.length > questions.length);
    assert.deepEqual(repeated(questions), []);
    assert.deepEqual(repeated(snippets), []);
  });

  it('are different whatever a pack calls its questions', async () => {
    const twins: LoadedBank = {
      ...bank,
      questions: bank.questions.flatMap((question) => [
        question,
        { ...question, id: `${question.id}-again`, snippets: [] },
      ]),
    };
    const questions = await rows(questionKind, twins);
    assert.equal(questions.length, 2 * bank.questions.length);
    assert.deepEqual(repeated(questions), []);
  });
});

describe('The filter of a tree', () => {
  it('is kept for the next time, without what does not exist', () => {
    const stored = memento({ filter: { grades: ['mid', 'master'], states: 'new' } });
    const kept = createStoredFilter(stored, 'filter', questionKind.labels, 'loopwise.test');
    assert.deepEqual(kept.value, { grades: ['mid'], states: [] });
    kept.dispose();
  });

  it('is described', () => {
    const value = { grades: ['mid', 'senior'], states: ['new'] };
    assert.equal(describeFilter(value, questionKind.labels), 'Mid, Senior · New');
  });
});
