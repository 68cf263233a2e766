import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadMaterialFolder } from '../../../src/bank/material-folder.ts';
import { problemKinds } from '../../../src/bank/material-schema.ts';
import type { Material } from '../../../src/bank/material.ts';
import { realBank } from './real-bank.ts';
import { replace } from './temporary-bank.ts';

const realMaterial = join(import.meta.dirname, '../../../material');

describe('the study material', function () {
  this.timeout(60_000);
  let exists: (id: string) => boolean;
  let material: Material;

  before(async () => {
    const { bank } = await realBank();
    const ids = new Set(bank.questions.map(({ id }) => id));
    exists = (id) => ids.has(id);
    const read = await loadMaterialFolder(realMaterial, exists);
    assert.deepEqual(read.mistakes, []);
    assert.ok(read.material);
    material = read.material;
  });

  it('has a plan of five weeks that leads to every question', async () => {
    const { weeks } = material.plan;
    assert.equal(weeks.length, 5);
    const led = new Set(weeks.flatMap(({ items }) => items.flatMap(({ questions }) => questions)));
    const { bank } = await realBank();
    assert.deepEqual(
      bank.questions.map(({ id }) => id).filter((id) => !led.has(id)),
      [],
    );
  });

  it('has a list for the final week, with coding, design and stories, and one for the last days', () => {
    const { items, coding, design, star, lastDays } = material.finalWeek;
    for (const list of [items, coding, design, star, lastDays]) assert.ok(list.length >= 3);
  });

  it('keeps what is ticked under ids that are there once, and leads to what exists', async () => {
    const items = [
      ...material.plan.weeks.map((week) => week.items),
      ...(['items', 'coding', 'design', 'star', 'lastDays'] as const).map(
        (name) => material.finalWeek[name],
      ),
    ];
    const all = items.flat();
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    const { bank } = await realBank();
    const snippets = new Set(bank.snippets.map(({ id }) => id));
    const [problems, templates] = [material.practice, material.templates].map(
      (list) => new Set(list.map(({ id }) => id)),
    );
    for (const item of all) {
      for (const id of item.snippets) assert.ok(snippets.has(id), id);
      for (const id of item.problems) assert.ok(problems?.has(id), id);
      assert.ok(item.story === undefined || templates?.has(item.story), item.story);
    }
    const ten = all.find(({ id }) => id === 'week-2-predict');
    assert.equal(ten?.snippets.length, 10);
  });

  it('has a cheat sheet of five subjects, each question at its own level, easy ones first', async () => {
    const { sections } = material.cheatSheet;
    const titles = [...new Set(sections.map(({ title }) => title))];
    assert.deepEqual(titles, ['Event loop', 'Async', 'Streams', 'Express', 'Production']);
    const { bank } = await realBank();
    const levels = new Map(bank.questions.map(({ id, level }) => [id, level]));
    const steps = ['junior', 'mid', 'senior'];
    for (const [index, { title, level, questions }] of sections.entries()) {
      for (const id of questions) assert.equal(levels.get(id), level, id);
      const before = sections[index - 1];
      if (before?.title !== title) continue;
      assert.ok(steps.indexOf(before.level) < steps.indexOf(level), `${title}, ${level}`);
    }
  });

  it('has templates for three stories and for a project, with a place for each part', () => {
    assert.deepEqual(
      material.templates.map(({ id }) => id),
      ['disagreement', 'incident', 'performance', 'project-walkthrough'],
    );
    for (const { id, parts, body } of material.templates) {
      assert.ok(parts.length >= 5, id);
      for (const { title } of parts) assert.ok(body.includes(`## ${title}\n`), `${id}: ${title}`);
    }
  });

  it('has twenty problems of every kind, whose tests bear their name', () => {
    assert.equal(material.practice.length, 20);
    const kinds = new Set(material.practice.map(({ kind }) => kind));
    assert.deepEqual(
      problemKinds.filter((kind) => !kinds.has(kind)),
      [],
    );
    for (const { id, tests, start, solution } of material.practice) {
      assert.ok(tests.includes(`describe('${id}'`), id);
      assert.notEqual(start, solution, id);
    }
  });

  describe('tells of a mistake where it is:', () => {
    let folder: string;

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'loopwise-material-'));
      await cp(realMaterial, folder, { recursive: true });
    });
    afterEach(() => rm(folder, { recursive: true }));

    const incident = 'templates/incident.md';
    const problem = 'practice/group-orders/problem.md';
    const cases: readonly (readonly [string, (text: string) => string, string])[] = [
      [
        'plan.yml',
        replace('id: week-1-v8-libuv', 'id: week-1-explain-node'),
        'plan.yml:10: The id `week-1-explain-node` is there twice',
      ],
      [
        'plan.yml',
        replace('[what-is-node]', '[what-is-nodes]'),
        'plan.yml:9: There is no question `what-is-nodes`',
      ],
      [
        'final-week.yml',
        replace('id: code-limit', 'id: code-arrays'),
        'final-week.yml:62: The id `code-arrays` is there twice',
      ],
      ['final-week.yml', replace('design:', 'designs:'), 'final-week.yml:2: `design` is missing'],
      [
        'cheat-sheet.yml',
        replace('[event-loop-phases, ', '[event-loop, '),
        'cheat-sheet.yml:9: There is no question `event-loop`',
      ],
      [incident, replace('## Task', '## Tasks'), `${incident}:35: Here \`## Task\` is expected`],
      [
        incident,
        (text) => `${text}\n## More\n\nText.\n`,
        `${incident}:51: The heading \`More\` is no part`,
      ],
      [
        incident,
        (text) => text.slice(0, text.indexOf('## Learned')),
        `${incident}:23: The part \`Learned\` has no heading in the text`,
      ],
      [problem, replace('kind: arrays', 'kind: lists'), `${problem}:4: `],
      [problem, replace('minutes: 15', 'minutes: 90'), `${problem}:5: `],
      [
        problem,
        (text) => `${text}\nSee [this](question:nothing).\n`,
        `${problem}:36: There is no question \`nothing\``,
      ],
      [
        problem,
        replace('visible: 2', 'visible: 4'),
        `${problem}:11: Of 4 tests, 4 can't be visible`,
      ],
      [
        problem,
        replace('- "accepts any name, and an empty list"', '- "accepts a name"'),
        `${problem}:16: There is no test \`accepts a name\``,
      ],
      [problem, replace('id: smallest-first', 'id: sums-in-an-object'), `${problem}:17: The id`],
      [
        'practice/group-orders/tests.mjs',
        () => '',
        `${problem}:1: The problem has no \`tests.mjs\``,
      ],
    ];
    for (const [file, edit, wanted] of cases) {
      it(wanted, async () => {
        const path = join(folder, file);
        const text = await readFile(path, 'utf8');
        const changed = edit(text);
        await writeFile(path, changed);
        const read = await loadMaterialFolder(folder, exists);
        const told = read.mistakes.map(
          (mistake) =>
            `${mistake.file.slice(folder.length + 1)}:${mistake.line}: ${mistake.message}`,
        );
        assert.equal(read.material, undefined);
        assert.ok(
          told.some((one) => one.startsWith(wanted)),
          told.join('\n'),
        );
      });
    }

    it('files that are not there', async () => {
      await rm(join(folder, 'plan.yml'));
      await rm(join(folder, problem));
      const { mistakes } = await loadMaterialFolder(folder, exists);
      const files = new Set(mistakes.map(({ file }) => file.slice(folder.length + 1)));
      assert.deepEqual([...files], ['plan.yml', problem]);
    });
  });
});
