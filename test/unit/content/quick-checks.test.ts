import assert from 'node:assert/strict';
import type { Check } from '../../../src/bank/model.ts';
import { groupBy } from '../../../src/bank/group-by.ts';
import { complaintsAboutCheck, isLongest, isShortest, leastChecks } from './quick-checks.ts';
import { realQuestions } from './prose-files.ts';

const questions = realQuestions();
const checksOf = ({ parsed }: (typeof questions)[number]): readonly Check[] =>
  parsed.question?.checks ?? [];

describe('Quick checks cannot be guessed', () => {
  for (const one of questions) {
    it(one.file, () => {
      const { question, mistakes } = one.parsed;
      assert.ok(question, mistakes.map(({ message }) => message).join('; '));
      const { checks, level } = question;
      const complaints = checks.flatMap((check) => complaintsAboutCheck(check, level));
      if (checks.length < leastChecks)
        complaints.unshift(`${checks.length} checks; write 4 or more`);
      assert.deepEqual(complaints, []);
    });
  }

  const topics = groupBy(questions, ({ topic }) => topic);
  for (const [topic, of] of topics) {
    it(`${topic}: the right choice stands out neither by being the longest nor the shortest`, () => {
      const checks = of.flatMap(checksOf);
      const share = (test: (check: Check) => boolean) =>
        checks.filter(test).length / Math.max(1, checks.length);
      const longest = share(isLongest);
      const shortest = share(isShortest);
      const told = of.map((one) => {
        const own = checksOf(one);
        return `${one.parsed.id} ${own.filter(isLongest).length} of ${own.length}`;
      });
      assert.ok(longest <= 0.4, `the longest in ${percent(longest)}: ${told.join(', ')}`);
      assert.ok(shortest <= 0.4, `the shortest in ${percent(shortest)}`);
    });
  }

  const choices = (right: string, ...wrong: string[]): Check => ({
    id: 'x',
    question: '?',
    choices: [
      { text: right, correct: true, reason: '' },
      ...wrong.map((text) => ({ text, correct: false, reason: '' })),
    ],
  });

  it('wants four choices at senior level, three or four below', () => {
    const three = choices('It waits here', 'It goes on now', 'It throws now');
    assert.deepEqual(complaintsAboutCheck(three, 'mid'), []);
    assert.match(complaintsAboutCheck(three, 'senior')[0] ?? '', /3 choices; write 4/);
    assert.match(complaintsAboutCheck(choices('a', 'b'), 'junior')[0] ?? '', /2 choices/);
  });

  it('finds a right choice that is more than 1.3 times as long as the next', () => {
    const right = 'It waits for the poll phase and then runs';
    const told = choices(right, 'It runs immediately', 'It never runs');
    assert.match(complaintsAboutCheck(told, 'mid')[0] ?? '', /much longer/);
    const fair = choices(right, 'It runs immediately, before the others', 'It never runs');
    assert.deepEqual(complaintsAboutCheck(fair, 'mid'), []);
  });
});

const percent = (share: number): string => `${Math.round(share * 100)} %`;
