import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { packsFolder, realBank, realPacks } from './real-bank.ts';

describe('the bank that ships', function () {
  this.timeout(60_000);

  it('has no mistakes', async () => {
    const { bank, mistakes } = await realBank();
    assert.equal(
      mistakes.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
      '',
    );
    assert.notEqual(bank.questions.length, 0);
  });
});

describe('a pack that ships', function () {
  this.timeout(60_000);

  it('has no mistakes, and its folder has its name', async () => {
    const packs = await realPacks();
    for (const { pack, bank, mistakes } of packs) {
      assert.equal(
        mistakes.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
        '',
      );
      assert.ok(pack && bank && bank.questions.length > 0);
    }
    assert.deepEqual(
      packs.map(({ pack }) => pack?.id),
      readdirSync(packsFolder),
    );
  });

  it('is about TypeScript, with five questions whose snippets show what runs', async () => {
    const questions = await questionsOf('typescript');
    assert.equal(questions.length, 5);
    for (const { id, snippets } of questions) assert.ok(snippets.length >= 3, id);
    assert.ok(questions.some(({ diagrams }) => diagrams.length > 0));
  });

  it('is about NestJS, and each question has a snippet', async () => {
    const questions = await questionsOf('nest');
    for (const { id, snippets } of questions) assert.ok(snippets.length >= 1, id);
  });
});

const questionsOf = async (id: string) => {
  const packs = await realPacks();
  return packs.find(({ pack }) => pack?.id === id)?.bank?.questions ?? [];
};
