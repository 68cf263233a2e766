import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  createPlanView,
  type PlanNode,
  type PlanView,
} from '../../src/features/plan/plan-view.lazy.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import {
  createMaterialService,
  type MaterialService,
} from '../../src/features/services/material-service.ts';
import type { BankService, ProgressService } from '../../src/features/services/services.ts';
import { numberOfDay } from '../../src/study/study-day.ts';
import { createStudyWorld, next } from './study-world.ts';

const { Global } = vscode.ConfigurationTarget;
const { Checked, Unchecked } = vscode.TreeItemCheckboxState;

describe('The plan of study', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let progress: ProgressService;
  let plan: PlanView;
  let changed: vscode.EventEmitter<undefined>;
  let boxes: vscode.EventEmitter<vscode.TreeCheckboxChangeEvent<unknown>>;
  let view: Parameters<typeof createPlanView>[1];
  let bank: BankService;
  let material: MaterialService;
  const settings = vscode.workspace.getConfiguration('loopwise');

  beforeEach(() => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    bank = createBankService(extension.extensionUri);
    bank.setPacks([]);
    world = createStudyWorld();
    progress = world.window();
    changed = new vscode.EventEmitter();
    boxes = new vscode.EventEmitter();
    view = {
      ...{ visible: true, message: '', description: '' },
      onDidChangeVisibility: new vscode.EventEmitter<vscode.TreeViewVisibilityChangeEvent>().event,
      onDidChangeCheckboxState: boxes.event,
      reveal: () => Promise.resolve(),
    };
    material = createMaterialService(extension.extensionUri, world.log);
    plan = createPlanView({ bank, material, progress, log: world.log }, view, changed);
  });
  afterEach(async () => {
    for (const one of [plan, world, changed, boxes]) one.dispose();
    await settings.update('study.interviewDate', undefined, Global);
  });

  const rows = async (node?: PlanNode): Promise<string[]> =>
    (await plan.children(node)).map((child) => {
      const { label, description } = plan.item(child);
      return `${label as string}: ${String(description)}`;
    });
  const groups = async () =>
    (await plan.children(undefined)).filter((node) => node.kind === 'group');
  const dateIn = async (days: number): Promise<void> => {
    const redrawn = next(changed.event);
    const date = new Date((numberOfDay(Date.now()) + days) * 24 * 60 * 60_000);
    await settings.update('study.interviewDate', date.toISOString().slice(0, 10), Global);
    await redrawn;
  };

  it('has five weeks, the final week and the last two days, and leads to what each item needs', async () => {
    assert.deepEqual(await rows(), [
      'Set Interview Date…: plans each day',
      'Week 1: 0/7 · The runtime, modules and a first server',
      'Week 2: 0/6 · The event loop and everything asynchronous',
      'Week 3: 0/5 · Express, middleware, REST and HTTP',
      'Week 4: 0/8 · Streams, files, tests, databases and sign-in',
      'Week 5: 0/9 · Performance, production and mock interviews',
      'Final Week: 0/28 · aloud and by hand',
      'Last Two Days: 0/6 · review only',
    ]);
    const commands = new Set<string>();
    for (const group of await groups()) {
      for (const item of group.items) {
        assert.equal(plan.item(item).checkboxState instanceof Object, true);
        for (const link of await plan.children(item)) {
          assert.equal(plan.parent(link), item);
          commands.add(plan.item(link).command?.command ?? 'none');
        }
      }
    }
    for (const command of ['openQuestion', 'predictSnippet', 'newStory']) {
      assert.ok(commands.has(`loopwise.${command}`), command);
    }
    const [first] = (await groups())[0]?.items ?? [];
    assert.ok(first);
    const { label } = plan.item(first).accessibilityInformation ?? {};
    assert.match(label ?? '', /about 30 min\. Do this next\.$/);
  });

  it('keeps a tick as an event, and takes it back with another one', async () => {
    const [first, second] = (await groups())[0]?.items ?? [];
    assert.ok(first && second);
    for (const state of [Checked, Unchecked]) {
      const redrawn = next(changed.event);
      boxes.fire({ items: [[first, state]] });
      await redrawn;
      const [now] = (await groups())[0]?.items ?? [];
      assert.ok(now);
      const box = plan.item(now).checkboxState;
      assert.equal(typeof box === 'object' ? box.state : box, state);
      assert.equal(now.isNext, state === Unchecked);
      assert.equal(view.description, `${state === Checked ? 1 : 0} of 69 done`);
    }
    // Whatever was recorded first is on disk first.
    await progress.record('question:event-loop-phases', { kind: 'opened' });
    const kept = readFileSync(world.file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { kind: string; card: string; on?: boolean });
    assert.deepEqual(
      kept.slice(0, 2).map(({ kind, card, on }) => [kind, card, on]),
      [
        ['planTicked', 'plan:week-1-explain-node', true],
        ['planTicked', 'plan:week-1-explain-node', false],
      ],
    );
    // Another window reads the same.
    const other = world.window();
    assert.equal((await other.loadPlan()).tickedAt('week-1-explain-node'), undefined);
  });

  it('becomes days from an interview date, and is planned anew when the date is another one', async () => {
    await rows();
    await dateIn(60);
    const days = await rows();
    assert.match(days[0] ?? '', /^Today: 0\/\d · \d+ min$/);
    assert.match(days[1] ?? '', /^Tomorrow: /);
    assert.equal(days.filter((day) => day.endsWith('review only')).length, 2);
    assert.ok(days.slice(-2).every((day) => day.endsWith('review only')));
    assert.equal(view.message, '');
    const [first] = await groups();
    const [item] = first?.items ?? [];
    assert.ok(item);
    const redrawn = next(changed.event);
    boxes.fire({ items: [[item, Checked]] });
    await redrawn;
    assert.match((await rows())[0] ?? '', /^Today: 1\//);
    await dateIn(12);
    const planned = (await groups()).flatMap(({ items }) => items);
    assert.equal(new Set(planned.map((one) => one.item.id)).size, 69);
    assert.match(
      view.message ?? '',
      /^The fullest day needs \d+ minutes, more than your setting\. Set a later date,/,
    );
    await dateIn(1);
    const [eve, left] = await rows();
    assert.equal(eve, 'Today: 0/6 · 110 min · review only');
    assert.match(left ?? '', /^Not Planned: 1\/63 · /);
  });

  it("says when it can't be read, and is read when it is asked for again", async () => {
    let isBroken = true;
    const services = {
      ...{ bank, progress, log: world.log },
      material: {
        ...material,
        load: () => (isBroken ? Promise.reject(new Error('no material')) : material.load()),
      },
    };
    const other = createPlanView(services, view, changed);
    assert.deepEqual(await other.children(undefined), []);
    assert.match(view.message ?? '', /^Couldn't read the study plan\./);
    isBroken = false;
    assert.equal((await other.children(undefined)).length, 8);
    assert.equal(view.message, '');
    other.dispose();
  });
});
