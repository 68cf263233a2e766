import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Question, Snippet } from '../../src/bank/model.ts';
import { createStoredFilter } from '../../src/features/browse/card-filter.ts';
import type { StoredFilter } from '../../src/features/browse/card-filter.ts';
import { createCardTree } from '../../src/features/browse/card-tree.ts';
import type { CardTree } from '../../src/features/browse/card-tree.ts';
import { gradeBadge } from '../../src/features/browse/grade-badges.ts';
import { difficultyLabels, levelLabels } from '../../src/features/browse/labels.ts';
import { questionKind } from '../../src/features/browse/question-kind.ts';
import { snippetKind } from '../../src/features/browse/snippet-kind.ts';
import type { TopicNode, TreeNode } from '../../src/features/browse/tree-nodes.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import type { LoadedBank, ProgressService } from '../../src/features/services/services.ts';
import { createShownQuestion } from '../../src/features/services/shown-question.ts';
import type { ShownQuestion } from '../../src/features/services/shown-question.ts';
import { memento } from './memento.ts';
import { appendElsewhere, createStudyWorld, next, nothingDue } from './study-world.ts';

const newRow = { state: 'new', marks: [], left: 0 };

describe('The trees of the sidebar', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let bank: LoadedBank;
  let progress: ProgressService;
  let shownQuestion: ShownQuestion;
  let filter: StoredFilter;
  let services: Parameters<typeof createCardTree>[0];
  let questions: CardTree<Question>;
  let snippets: CardTree<Snippet>;

  beforeEach(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const bankService = createBankService(extension.extensionUri);
    bank = await bankService.load();
    world = createStudyWorld();
    progress = world.window();
    shownQuestion = createShownQuestion();
    filter = createStoredFilter(memento(), 'filter', questionKind.labels, 'loopwise.test');
    services = { bank: bankService, progress, due: nothingDue, shownQuestion, log: world.log };
    questions = createCardTree(services, questionKind, filter);
    const noFilter = { value: { grades: [], states: [] }, onDidChange: filter.onDidChange };
    snippets = createCardTree(services, snippetKind, noFilter);
  });
  afterEach(() => {
    for (const one of [questions, snippets, filter, shownQuestion, world]) one.dispose();
  });

  const children = async <Card>(tree: CardTree<Card>, node?: TreeNode<Card>) => [
    ...((await tree.getChildren(node)) ?? []),
  ];
  const below = async <Card>(tree: CardTree<Card>, nodes: readonly TreeNode<Card>[]) =>
    (await Promise.all(nodes.map((node) => children(tree, node)))).flat();
  const topics = async <Card>(tree: CardTree<Card>): Promise<TopicNode[]> => {
    const roots = await children(tree);
    const nodes = roots.map(async (root) =>
      root.kind === 'group' ? children(tree, root) : [root],
    );
    return (await Promise.all(nodes)).flat().filter((node) => node.kind === 'topic');
  };
  const leaves = async <Card>(tree: CardTree<Card>) => below(tree, await topics(tree));
  const items = async <Card>(tree: CardTree<Card>, nodes: readonly TreeNode<Card>[]) =>
    Promise.all(nodes.map(async (node) => tree.getTreeItem(node)));
  const labels = async () =>
    (await items(questions, await leaves(questions))).map(({ label }) => label);
  const first = async () => {
    const [node] = await questions.nodes();
    assert.ok(node);
    return node;
  };
  const icon = ({ iconPath }: vscode.TreeItem) =>
    iconPath instanceof vscode.ThemeIcon && iconPath.id;
  const badge = ({ resourceUri }: vscode.TreeItem) => resourceUri && gradeBadge(resourceUri)?.badge;
  const finish = async ({ id, keyPoints, checks }: Question) => {
    for (const { id: point } of keyPoints) {
      await progress.record(`question:${id}`, { kind: 'ticked', point, on: true });
    }
    for (const { id: check } of checks) {
      await progress.record(`question:${id}`, {
        kind: 'answered',
        check,
        choice: 0,
        correct: true,
      });
    }
  };

  it('hold every question and every snippet of the bank under its topic', async () => {
    assert.deepEqual(
      (await items(questions, await topics(questions))).map(({ label }) => label),
      bank.bank.topics.map(({ title }) => title),
    );
    assert.deepEqual(
      new Set((await leaves(questions)).map((node) => node.kind === 'card' && node.card.id)),
      new Set(bank.bank.questions.map(({ id }) => id)),
    );
    assert.deepEqual(
      new Set((await leaves(snippets)).map((node) => node.kind === 'card' && node.card.id)),
      new Set(bank.bank.snippets.map(({ id }) => id)),
    );
  });

  it('give each item an id of its own that stays', async () => {
    const groups = (await children(questions)).filter(({ kind }) => kind === 'group');
    const all = [...groups, ...(await topics(questions)), ...(await leaves(questions))];
    const ids = (await items(questions, all)).map(({ id }) => id);
    assert.equal(new Set(ids).size, all.length);
    assert.ok(ids.includes(`question:${bank.questions[0]?.id}`));
  });

  it('know the parent of each item, or nothing could be revealed', async () => {
    const [topic] = await children(questions);
    assert.ok(topic);
    const [leaf] = await children(questions, topic);
    assert.ok(leaf);
    assert.equal(await questions.getParent?.(leaf), topic);
    assert.equal(await questions.getParent?.(topic), undefined);
  });

  it('show level and state, to a screen reader too', async () => {
    const [item] = await items(questions, [await first()]);
    const question = bank.questions[0];
    assert.ok(item && question);
    const level = levelLabels.get(question.level);
    assert.equal(badge(item), level?.slice(0, 1));
    assert.equal(icon(item), 'circle-large-outline');
    assert.equal(item.accessibilityInformation?.label, `${question.title}, ${level}, New`);
    assert.equal(item.contextValue, 'question');
  });

  it('show difficulty and module kind of a snippet', async () => {
    const [node] = await snippets.nodes();
    assert.ok(node);
    const [item] = await items(snippets, [node]);
    assert.ok(item);
    const at = [...difficultyLabels.keys()].indexOf(node.card.difficulty);
    assert.equal(badge(item), ['∙', '∶', '∴', '∷'][at]);
    assert.equal(item.contextValue, 'snippet');
    assert.deepEqual(item.command?.arguments, [node.card.id]);
    const describe = (kind: Snippet['kind']) => {
      const { description, accessibilityInformation } = snippetKind.item(
        { ...node.card, kind },
        newRow,
      );
      return [description, accessibilityInformation?.label.includes('ES module')];
    };
    const difficulty = difficultyLabels.get(node.card.difficulty);
    assert.deepEqual(describe('cjs'), [difficulty, false]);
    assert.deepEqual(describe('mjs'), [`${difficulty} · ESM`, true]);
  });

  it('name a question shortly, and mark it where it is not cut off', async () => {
    const { card } = await first();
    assert.ok(card.label);
    const item = questionKind.item(card, { ...newRow, marks: ['bookmarked'] });
    assert.equal(item.label, card.label);
    assert.equal(badge(item), `★${levelLabels.get(card.level)?.slice(0, 1)}`);
    const plain: Partial<Question> = { ...card };
    delete (plain as { label?: string }).label;
    assert.equal(questionKind.item(plain as Question, newRow).label, card.title);
    assert.equal(gradeBadge(vscode.Uri.file('/mid/')), undefined, 'not on files of others');
  });

  it('make a tooltip only when it is looked at, and take nothing in it for Markdown', async () => {
    const node = await first();
    const [item] = await items(questions, [node]);
    assert.ok(item && item.tooltip === undefined);
    const tooltip = questionKind.tooltip(
      { ...node.card, title: '[x](command:y)' },
      'new',
      await progress.load(),
      bank,
    );
    assert.ok(!tooltip.value.includes('[x](command:y)'), tooltip.value);
    const { token } = new vscode.CancellationTokenSource();
    const resolved = await questions.resolveTreeItem?.(item, node, token);
    assert.ok(resolved?.tooltip instanceof vscode.MarkdownString);
  });

  it('tell the view of the one item that changed', async () => {
    const node = await first();
    const changed = next(questions.onDidChangeTreeData);
    await progress.record(node.cardId, { kind: 'opened' });
    assert.ok((await changed)?.includes(node));
    const [item] = await items(questions, [node]);
    assert.equal(item && icon(item), 'color-mode');
  });

  it('say where to start until something is begun', async () => {
    const start = (await questions.nodes()).find(({ cardId }) => cardId === questionKind.startWith);
    assert.ok(start);
    const described = async () =>
      (await items(questions, await leaves(questions))).filter(
        ({ description }) => description === 'Start here',
      );
    assert.deepEqual(
      (await described()).map(({ id }) => id),
      [start.cardId],
    );
    // Its topic is open, or nobody would see where to start.
    const { Expanded } = vscode.TreeItemCollapsibleState;
    const open = (await items(questions, await topics(questions))).filter(
      ({ collapsibleState }) => collapsibleState === Expanded,
    );
    assert.deepEqual(
      open.map(({ id }) => id),
      [`topic:${start.parent.topic.id}`],
    );
    const changed = next(questions.onDidChangeTreeData);
    const other = (await questions.nodes()).find((node) => node !== start);
    assert.ok(other);
    await progress.record(other.cardId, { kind: 'opened' });
    assert.deepEqual(new Set(await changed), new Set([other, start]));
    assert.deepEqual(await described(), []);
    const snippet = await snippets.nodes();
    assert.ok(snippet.some(({ cardId }) => cardId === snippetKind.startWith));
  });

  it('have topics under the heading of their group', async () => {
    const pack = { id: 'team', title: 'Our team', summary: 'What we use.' };
    const [one, two, three] = bank.bank.topics;
    assert.ok(one && two && three);
    const changedBank = {
      ...bank,
      bank: {
        ...bank.bank,
        topics: [
          { ...one, group: 'Basics' },
          { ...two, group: 'Basics' },
          { ...three, pack },
        ],
      },
    };
    const tree = createCardTree(
      {
        ...services,
        bank: {
          onDidChange: new vscode.EventEmitter<void>().event,
          load: () => Promise.resolve(changedBank),
        },
      },
      questionKind,
      filter,
    );
    const roots = await children(tree);
    assert.deepEqual(
      (await items(tree, roots)).map(({ label, tooltip }) => [label, tooltip]),
      [
        ['Basics', `${one.title} · ${two.title}`],
        [three.title, `${pack.title}: ${three.summary}`],
      ],
    );
    assert.deepEqual(
      (await topics(tree)).map(({ topic }) => topic.id),
      [one.id, two.id, three.id],
    );
    tree.dispose();
  });

  it('say what a question that was begun still needs, and which of its snippets', async () => {
    const { card } = await first();
    const told = async () => {
      const node = await first();
      const [item] = await items(questions, [node]);
      const { value } = questionKind.tooltip(
        card,
        questions.stateOf(node),
        await progress.load(),
        bank,
      );
      const lines = value.replace(/\\(?=[!-/:-@[-`{-~])/g, '').split('\n');
      return {
        described: item?.description,
        label: item?.accessibilityInformation?.label ?? '',
        listed: lines.filter((line) => line.startsWith('- ')),
      };
    };
    const [point, ...points] = card.keyPoints;
    assert.ok(point);
    assert.deepEqual((await told()).listed, [], 'nothing was begun');
    await progress.record(`question:${card.id}`, { kind: 'ticked', point: point.id, on: true });
    const left = points.length + card.checks.length;
    const begun = await told();
    assert.equal(begun.described, `${left} left`);
    assert.match(begun.label, new RegExp(`${left} left`));
    assert.ok(begun.listed[0]?.startsWith('- Tick: '), begun.listed.join('\n'));
    assert.ok(!begun.listed.some((line) => line.includes(point.text.slice(0, 20))));
    const [next] = points;
    assert.ok(next);
    await progress.record(`question:${card.id}`, { kind: 'ticked', point: next.id, on: true });
    assert.equal(
      (await told()).described,
      `${left - 1} left`,
      'told again though it is still begun',
    );
    await finish(card);
    const done = await told();
    assert.equal(done.described, undefined);
    const titles = card.snippets.map((id) => bank.snippet(id)?.title);
    assert.equal(done.listed.length, Math.min(titles.length, 6));
    assert.ok(done.listed.every((line) => !/Tick|Answer/.test(line)));
  });

  it('count what is finished on the topic', async () => {
    const node = await first();
    await finish(node.card);
    const [topic] = await items(questions, [node.parent]);
    const all = bank.questions.filter((one) => one.topic === node.parent.topic.id);
    assert.equal(topic?.description, `1/${all.length}`);
    const [item] = await items(questions, [node]);
    assert.equal(item && icon(item), 'pass-filled');
  });

  it('follow what another window does', async () => {
    const [node] = await snippets.nodes();
    assert.ok(node);
    const changed = next(snippets.onDidChangeTreeData);
    await appendElsewhere(world.file, {
      ...{ v: 1, id: 'elsewhere', at: new Date().toISOString(), card: node.cardId },
      ...{ kind: 'predicted', verdict: 'wrong', mode: 'cards', prediction: [], node: '24' },
    });
    assert.ok((await changed)?.includes(node));
    assert.equal(snippets.stateOf(node), 'tried');
  });

  it('are empty when the bank can not be read, and read it when it is back', async () => {
    let broken = true;
    const failing = {
      onDidChange: new vscode.EventEmitter<void>().event,
      load: () => (broken ? Promise.reject(new Error('no bank')) : Promise.resolve(bank)),
    };
    const tree = createCardTree({ ...services, bank: failing }, questionKind, filter);
    assert.deepEqual(await children(tree), []);
    broken = false;
    assert.equal((await leaves(tree)).length, bank.questions.length);
    tree.dispose();
  });

  describe('filtered', () => {
    it('hold what passes by level and state, and all again after', async () => {
      const node = await first();
      await progress.record(node.cardId, { kind: 'opened' });
      await filter.set({ grades: [], states: ['started'] });
      assert.deepEqual(await labels(), [node.card.label]);
      const others = ['junior', 'mid', 'senior'].filter((level) => level !== node.card.level);
      await filter.set({ grades: others, states: ['started'] });
      assert.deepEqual(await children(questions), [], 'no topic without questions');
      await filter.set({ grades: [], states: [] });
      assert.equal((await labels()).length, bank.questions.length);
    });

    it('let go of what does not pass any more, but not of the question that is open', async () => {
      const [one, two] = await questions.nodes();
      assert.ok(one && two);
      await filter.set({ grades: [], states: ['new'] });
      await leaves(questions);
      shownQuestion.show(one.card.id);
      await progress.record(one.cardId, { kind: 'opened' });
      assert.ok((await labels()).includes(one.card.label));
      shownQuestion.show(two.card.id);
      assert.ok(!(await labels()).includes(one.card.label));
    });

    it('hold snippets by what they are', async () => {
      const marked = (mark: string) => ({
        value: { grades: [], states: [], marks: [mark] },
        onDidChange: filter.onDidChange,
      });
      const idsWith = async (mark: string): Promise<string[]> => {
        const tree = createCardTree(services, snippetKind, marked(mark));
        const shown = await leaves(tree);
        tree.dispose();
        return shown.flatMap((node) => (node.kind === 'card' ? [node.card.id] : [])).toSorted();
      };
      const all = (wanted: (snippet: Snippet) => boolean): string[] =>
        bank.bank.snippets
          .filter(wanted)
          .map(({ id }) => id)
          .toSorted();
      assert.deepEqual(
        await idsWith('race'),
        all(({ race }) => race !== undefined),
      );
      assert.deepEqual(
        await idsWith('twin'),
        all(({ twin }) => twin !== undefined),
      );
      assert.deepEqual(
        await idsWith('esm'),
        all(({ kind }) => kind === 'mjs'),
      );
    });

    it('count what the filter shows, and say what it hides', async () => {
      const { parent, card } = await first();
      const all = bank.questions.filter((one) => one.topic === parent.topic.id);
      const level = all.filter((one) => one.level === card.level);
      assert.ok(level.length < all.length, 'a topic of several levels');
      await finish(card);
      const told = async () => {
        const [topic] = await items(questions, [parent]);
        return [topic?.description, topic?.tooltip, topic?.accessibilityInformation?.label];
      };
      const hides = `The filter hides ${all.length - level.length} of ${all.length}.`;
      await filter.set({ grades: [card.level], states: [] });
      assert.deepEqual(await told(), [
        `1/${level.length}`,
        `${parent.topic.summary}\n${hides}`,
        `${parent.topic.title}, 1 of ${level.length} shown are finished, ${hides}`,
      ]);
      await filter.set({ grades: [], states: [] });
      assert.deepEqual(await told(), [
        `1/${all.length}`,
        parent.topic.summary,
        `${parent.topic.title}, 1 of ${all.length} finished`,
      ]);
    });
  });
});
