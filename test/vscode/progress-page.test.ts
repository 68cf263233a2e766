import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createProgressSession } from '../../src/features/progress/progress-session.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import { createDue } from '../../src/features/services/create-due.ts';
import { createMaterialService } from '../../src/features/services/material-service.ts';
import { createStudy } from '../../src/features/services/create-study.ts';
import type { Services } from '../../src/features/services/services.ts';
import { progressSections } from '../../src/shared/progress.ts';
import { formatLine } from '../../src/study/event-line.ts';
import { rehearsed, studiedFor } from '../browser/study-history.ts';
import { eventually } from './eventually.ts';
import { pages, pagesAtLast } from './pages.ts';
import { createStudyWorld, next } from './study-world.ts';

/** The fields of each line of a CSV file in which no text has a line break. */
const fieldsOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.match(/"(?:[^"]|"")*"|[^,]+|(?<=,|^)(?=,|$)/g) ?? []);

describe('The page of progress', () => {
  const { showSaveDialog, showInformationMessage } = vscode.window;
  let world: ReturnType<typeof createStudyWorld>;
  let services: Services;
  let folder: string;
  let told: string[];
  let broken: boolean;
  const open: { dispose(): void }[] = [];

  beforeEach(() => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const own = createBankService(extension.extensionUri);
    own.setPacks([]);
    broken = false;
    const noBank = () => Promise.reject(new Error('no bank'));
    const bank = { ...own, loadAll: () => (broken ? noBank() : own.loadAll()) };
    world = createStudyWorld();
    const { log } = world;
    const progress = world.window();
    const material = createMaterialService(extension.extensionUri, world.log);
    const study = createStudy(bank, progress, material);
    const due = createDue({ bank, progress, study, log });
    open.push(due);
    services = { log, bank, material, progress, study, due } as unknown as Services;
    folder = mkdtempSync(join(tmpdir(), 'loopwise-progress-'));
    told = [];
    Reflect.set(vscode.window, 'showInformationMessage', (text: string) => {
      told.push(text);
      return Promise.resolve(undefined);
    });
  });
  afterEach(async () => {
    Reflect.set(vscode.window, 'showSaveDialog', showSaveDialog);
    Reflect.set(vscode.window, 'showInformationMessage', showInformationMessage);
    for (const one of [...open.splice(0), world]) one.dispose();
    rmSync(folder, { recursive: true, force: true });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const saveAs = (name: string | undefined): string => {
    const path = join(folder, name ?? 'nothing');
    const file = name === undefined ? undefined : vscode.Uri.file(path);
    Reflect.set(vscode.window, 'showSaveDialog', () => Promise.resolve(file));
    return path;
  };
  const begin = () => createProgressSession(services, () => undefined);
  const rate = async (question: string) => {
    const study = await services.study.load();
    const card = (await study.cards()).get(`question:${question}`);
    assert.ok(card);
    return study.rate(card, 'good', { durationMs: 1000, hints: 0 });
  };

  it('is one page, opened by its command', async () => {
    for (let times = 0; times < 2; times++) {
      await vscode.commands.executeCommand('loopwise.showProgress');
    }
    await eventually(() => pages('loopwise.progress')[0]?.label === 'Progress');
    assert.equal((await pagesAtLast('loopwise.progress')).length, 1);
  });

  it('is told anew once something was reviewed, and as it was when that is taken back', async () => {
    const session = begin();
    assert.match((await session.contents()).html, /You haven&#39;t reviewed anything yet\./);
    assert.equal(await session.isOutdated(), false);
    const event = await rate('event-loop-phases');
    const { html } = await session.contents();
    assert.match(html, /You have done 1 review\./);
    assert.match(html, /shown once 20 reviews count\. In the last 30 days, 0 did\./);
    await (await services.study.load()).undo('question:event-loop-phases', event);
    assert.match((await session.contents()).html, /You haven&#39;t reviewed anything yet\./);
  });

  it('saves a table as CSV and all of it as HTML, and nothing when nobody says where', async () => {
    await rate('event-loop-phases');
    await rate('libuv-thread-pool');
    const session = begin();
    await session.contents();
    const csv = saveAs('mastery.csv');
    await session.perform({ kind: 'exportTable', section: 'mastery' });
    const [heads, first] = readFileSync(csv, 'utf8').split('\r\n');
    assert.equal(
      heads,
      '\ufeff"Topic","Level","Reviewed","New","Known for (days)","Chance of recall today (0 to 1)"',
    );
    assert.match(first ?? '', /^"[^"]+","Junior",\d+,\d+,/);
    assert.match(told[0] ?? '', /^The table was saved as .*mastery\.csv\.$/);
    const html = saveAs('progress.html');
    await session.perform({ kind: 'exportPage' });
    const text = readFileSync(html, 'utf8');
    assert.match(text, /^<!DOCTYPE html>/);
    assert.match(text, /<caption>Cards that are due, by day<\/caption>/);
    assert.doesNotMatch(text, /<script|href="#"/);
    const nothing = saveAs(undefined);
    await session.perform({ kind: 'exportPage' });
    await session.perform({ kind: 'exportTable', section: 'reviews' });
    assert.equal(existsSync(nothing), false);
    assert.equal(told.length, 2);
  });

  it('has each part as a table that can be read and saved, and so each chart', async () => {
    const { questions } = await services.bank.loadAll();
    const events = [...studiedFor(questions, 60), ...rehearsed()];
    await services.progress.adopt(events.map((one) => formatLine(one)));
    const belief = { belief: 'await-blocks', state: 'held', right: 1, asked: 5, wrong: 3 };
    const changed = new vscode.EventEmitter<void>();
    open.push(changed);
    const beliefs = () => Promise.resolve([{ ...belief, found: 1, seen: 1 }]);
    const drills = { load: () => Promise.resolve({ beliefs }) };
    const session = createProgressSession({ ...services, drills } as unknown as Services, () =>
      changed.fire(),
    );
    const compared = next(changed.event);
    await session.contents();
    await compared;
    const { html } = await session.contents();
    const charts: string[] = [];
    for (const id of progressSections) {
      const [part = ''] = new RegExp(`<section class="section" id="${id}".*?</section>`, 's').exec(
        html,
      ) ?? [''];
      assert.ok(part.includes(`data-export="${id}"`), id);
      if (part.includes('role="img"')) {
        charts.push(id);
        // The chart says where its figures are, and there they can be opened.
        assert.match(part, /aria-label="Chart: [^"]+\. The table has the same figures\."/, id);
        assert.match(part, new RegExp(`<details id="table-${id}"><summary>Table`), id);
      }
      const heads = part.match(/role="columnheader"/g)?.length ?? 0;
      const rows = part.match(/role="rowheader"/g)?.length ?? 0;
      const cells = part.match(/role="cell"/g)?.length ?? 0;
      assert.ok(heads >= 2 && rows >= 1, `${id}: ${heads} columns, ${rows} rows`);
      assert.equal(cells, rows * (heads - 1), id);
      const file = saveAs(`${id}.csv`);
      await session.perform({ kind: 'exportTable', section: id });
      const [head = '', ...lines] = fieldsOf(readFileSync(file, 'utf8'));
      assert.equal(lines.length, rows, id);
      assert.ok(head.length >= heads, id);
      for (const line of lines) assert.equal(line.length, head.length, `${id}: ${line.join()}`);
    }
    assert.deepEqual(charts, ['reviews', 'retention', 'forecast', 'mastery', 'interviews']);
  });

  it('names the pack of a topic where another one is called the same', async () => {
    await rate('event-loop-phases');
    const loaded = await services.bank.loadAll();
    const [one, other, third] = loaded.bank.topics;
    assert.ok(one && other && third);
    const pack = { id: 'own', title: 'Own questions', summary: '' };
    const twin = { ...other, title: one.title.toUpperCase(), pack };
    const apart = { ...third, pack };
    const known = new Map([twin, apart].map((topic) => [topic.id, topic]));
    const topic = (id: string) => known.get(id) ?? loaded.topic(id);
    const bank = { ...services.bank, loadAll: () => Promise.resolve({ ...loaded, topic }) };
    const session = createProgressSession({ ...services, bank }, () => undefined);
    await session.contents();
    const csv = saveAs('mastery.csv');
    await session.perform({ kind: 'exportTable', section: 'mastery' });
    const lines = readFileSync(csv, 'utf8').split('\r\n').slice(1);
    const titles = new Set(lines.flatMap((line) => /^"([^"]+)"/.exec(line)?.[1] ?? []));
    assert.ok(titles.has(one.title) && titles.has(third.title));
    assert.ok(titles.has(`${twin.title} (Own questions)`));
  });

  it("does not wait for the state of beliefs that can't be worked out", async () => {
    const drills = { found: () => new Map([['x', 1]]), answers: () => [{ at: 1 }] };
    const changed = new vscode.EventEmitter<void>();
    open.push(changed);
    const session = createProgressSession(
      {
        ...services,
        progress: { ...services.progress, loadDrills: () => Promise.resolve(drills) },
        drills: { load: () => Promise.reject(new Error('no drills')) },
      } as unknown as Services,
      () => changed.fire(),
    );
    const again = next(changed.event);
    assert.match((await session.contents()).html, /Your answers are being compared/);
    await again;
    assert.match(
      (await session.contents()).html,
      /Couldn&#39;t work out the state of these beliefs/,
    );
  });

  it('that fails says so, and is shown when it is asked again', async () => {
    broken = true;
    const session = begin();
    assert.match((await session.contents()).html, /Couldn&#39;t Show Your Progress/);
    broken = false;
    assert.match((await session.contents()).html, /<h1>Progress<\/h1>/);
  });
});
