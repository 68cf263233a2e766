import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackReader } from '../../../src/bank/pack-folder.ts';
import { createDrillWork, type DrillProgram } from '../../../src/drill/drill-work.ts';
import { mostSpecific } from '../../../src/drill/most-specific.ts';
import { beliefOf } from '../../../src/explain/beliefs.ts';
import { drillPack } from '../../../src/features/drill/drill-pack.ts';
import { htmlSheet, markdownSheet } from '../../../src/features/drill/drill-sheet.ts';

const work = createDrillWork();
const programs = ['9/1/3', '9/2/5', '9/3/7/race', '9/4/11', '9/4/12/await-blocks'].map((recipe) => {
  const program = work.answer({ kind: 'recipe', recipe });
  assert.ok(program, recipe);
  return program as DrillProgram;
});

describe('Drills as a pack', () => {
  it('are a pack without a mistake, with the code and the orders of the programs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loopwise-drills-'));
    for (const [file, text] of drillPack('drills-of-mine', 3, programs)) {
      const path = join(folder, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    const { bank, mistakes } = await createPackReader(() => false).read(folder);
    await rm(folder, { recursive: true });
    assert.deepEqual(mistakes, []);
    assert.deepEqual(
      bank?.snippets.map(({ code, kind, expect }) => ({ code: code.trim(), kind, expect })),
      programs.map(({ code, kind, order }) => ({ code: code.trim(), kind, expect: order })),
    );
    bank.snippets.forEach(({ teaches, race }, at) => {
      const caught = mostSpecific(programs[at]?.catches ?? []);
      assert.equal(teaches, race ?? (caught && beliefOf(caught).text));
    });
    assert.equal(mostSpecific(['await-blocks', 'finally-takes-one']), 'finally-takes-one');
    assert.deepEqual(
      bank.snippets.map(({ race }) => race !== undefined),
      programs.map(({ outputs }) => outputs.length > 1),
    );
  });
});

describe('Drills as a sheet', () => {
  const texts = {
    ...{ title: 'Drills & more', task: 'What is printed?', program: 'Program {0}' },
    ...{
      module: 'ES module',
      race: 'Race',
      solutions: 'Solutions',
      either: 'or',
      link: 'Open',
      language: 'en',
    },
  };
  const shown = programs.map((program) => ({ ...program, link: `vscode://x/${program.recipe}` }));

  it('have all programs before the first solution, and each order that is possible', () => {
    const text = markdownSheet(shown, texts);
    const [tasks = '', solutions = ''] = text.split('## Solutions');
    shown.forEach(({ code, outputs, kind, link }, at) => {
      assert.ok(tasks.includes(code.trimEnd()));
      assert.equal(tasks.includes(`## Program ${at + 1} (ES module`), kind === 'mjs');
      for (const lines of outputs) assert.ok(solutions.includes(`\n${lines.join('\n')}\n`));
      assert.ok(solutions.includes(`(${link})`));
    });
    assert.equal(solutions.split('\n\nor\n\n').length - 1, 1);
  });

  it('are one HTML file that needs nothing else, with nothing in it that is not text', () => {
    const text = htmlSheet(shown, texts);
    assert.match(text, /<h1>Drills &#38; more<\/h1>/);
    assert.doesNotMatch(text, /<script|<link|<img|=> /);
    assert.equal(text.match(/<pre>/g)?.length, programs.length);
    assert.equal(text.match(/<ol>/g)?.length, programs.length + 1);
    const lines = programs.reduce((sum, { outputs }) => sum + (outputs[0]?.length ?? 0), 0);
    assert.equal(
      text.match(/<li><\/li>/g)?.length,
      lines,
      'a line to write on for each printed one',
    );
    assert.match(text, /<h2>Program 3 \((ES module, )?Race\)<\/h2>/);
  });
});
