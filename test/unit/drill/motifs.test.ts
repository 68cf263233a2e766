import assert from 'node:assert/strict';
import { noBeliefs } from '../../../src/drill/belief-set.ts';
import { nominal } from '../../../src/drill/chance.ts';
import { Subjects } from '../../../src/drill/labels.ts';
import { promiseMotifs } from '../../../src/drill/motifs/promises.ts';
import { runProgram } from '../../../src/drill/run-program.ts';
import type { Program } from '../../../src/drill/program.ts';
import { randomFrom } from '../../../src/drill/random.ts';

describe('A count of microtasks', () => {
  it('has a line behind what its program asks the price of, so that a higher price can be told', () => {
    const prices = [
      'returning-a-promise-is-free',
      'thenable-is-free',
      'link-without-handler-is-free',
      'finally-takes-one',
      'all-is-free',
    ];
    const priced = promiseMotifs.filter(({ against: [first = ''] }) => prices.includes(first));
    assert.equal(priced.length, 6);
    for (const motif of priced) {
      for (let seed = 0; seed < 40; seed++) {
        const random = randomFrom(seed);
        const making = { random, subjects: new Subjects(random), level: 4, kind: 'cjs' } as const;
        const { functions = [], statements } = motif.make(making);
        const program: Program = { kind: 'cjs', functions, body: statements };
        const { lines } = runProgram(program, noBeliefs, nominal);
        assert.match(lines.at(-1) ?? '', / \d$/, lines.join(' | '));
      }
    }
  });
});

describe('What a program names', () => {
  it('is of one theme, also what emits and what fails', () => {
    for (let seed = 0; seed < 60; seed++) {
      const subjects = new Subjects(randomFrom(seed));
      const { emitters, failure } = subjects.setting;
      assert.ok(emitters.length >= 3 && failure.message.length > 0);
      const nouns = Array.from({ length: 14 }, () => subjects.next().noun);
      assert.equal(nouns.includes('soup'), failure.functionName === 'lightStove');
      assert.equal(nouns.includes('cache'), failure.functionName === 'connect');
      for (const { emitter } of emitters) assert.ok(!nouns.includes(emitter));
    }
  });

  it('sounds neither like output nor like Node.js', () => {
    for (let seed = 0; seed < 20; seed++) {
      const subjects = new Subjects(randomFrom(seed));
      for (let at = 0; at < 84; at++) {
        const { noun, functionName } = subjects.next();
        assert.doesNotMatch(functionName, /^(print|log|write|show|display|catch|await)[A-Z]/);
        assert.doesNotMatch(noun, /^(stage|phase|step|turn|index|queue|loop|tick|timer|stream)s?$/);
      }
    }
  });
});
