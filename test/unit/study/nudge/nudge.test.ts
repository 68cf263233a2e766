import assert from 'node:assert/strict';
import fc from 'fast-check';
import { breakOfCommand } from '../../../../src/study/nudge/break-of-command.ts';
import {
  afterAsking,
  askedNothing,
  restFor,
  restraint,
  typingFor,
  type Asked,
  type Break,
  type NudgeFacts,
} from '../../../../src/study/nudge/decide-nudge.ts';

const now = Date.UTC(2027, 0, 15, 12);
const free: NudgeFacts = {
  ...{ now, today: 100, perDay: 2, asked: askedNothing, isAsking: false },
  ...{ isFocused: true, isDebugging: false, isStudying: false, typedAt: undefined },
};
const moments: readonly Break[] = ['tests', 'build', 'commit', 'dayBegins'];

describe('A nudge', () => {
  it('asks at a break of somebody who wants it and is doing nothing else', () => {
    for (const moment of moments) assert.equal(restraint(moment, free), undefined);
    const typedAt = now - typingFor;
    assert.equal(restraint('commit', { ...free, typedAt }), undefined);
  });

  it('does not ask who does not want it, or is in the middle of something', () => {
    const earlier: Asked = { day: 100, count: 1, at: now - restFor, isEnough: false };
    const cases: readonly (readonly [Partial<NudgeFacts>, string | undefined])[] = [
      [{ perDay: 0 }, 'off'],
      [{ isAsking: true }, 'asking'],
      [{ isFocused: false }, 'away'],
      [{ isDebugging: true }, 'debugging'],
      [{ isStudying: true }, 'studying'],
      [{ typedAt: now - typingFor + 1 }, 'typing'],
      [{ asked: earlier }, undefined],
      [{ asked: { ...earlier, count: 2 } }, 'enough'],
      [{ asked: { ...earlier, count: 2, day: 99 } }, undefined],
      [{ asked: { ...earlier, at: now - restFor + 1 } }, 'justAsked'],
      [{ asked: { ...earlier, isEnough: true } }, 'notToday'],
      [{ asked: { ...earlier, isEnough: true, day: 99 } }, undefined],
      // The clock was set back since.
      [{ asked: { ...earlier, at: now + 60_000 } }, undefined],
    ];
    for (const [facts, wanted] of cases) {
      assert.equal(restraint('tests', { ...free, ...facts }), wanted, JSON.stringify(facts));
    }
    assert.equal(restraint('dayBegins', { ...free, asked: earlier }), 'enough');
  });

  it('never asks more often a day than is wanted, whatever ends when', () => {
    const steps = fc.array(
      fc.record({
        moment: fc.constantFrom(...moments),
        minutes: fc.nat({ max: 300 }),
        answer: fc.constantFrom('later', 'notToday'),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, fc.nat({ max: 10 }), (all, perDay) => {
        let [at, asked] = [now, askedNothing];
        const askedAt: number[] = [];
        const ended = new Set<number>();
        for (const { moment, minutes, answer } of all) {
          at += minutes * 60_000;
          const today = Math.floor(at / (24 * 60 * 60_000));
          const facts = { ...free, now: at, today, perDay, asked };
          if (restraint(moment, facts) !== undefined) continue;
          assert.equal(ended.has(today), false);
          asked = { ...afterAsking(facts), isEnough: answer === 'notToday' };
          if (answer === 'notToday') ended.add(today);
          askedAt.push(at);
          const ofToday = askedAt.filter((one) => Math.floor(one / (24 * 60 * 60_000)) === today);
          assert.ok(ofToday.length <= perDay);
          assert.ok(at - (askedAt.at(-2) ?? 0) >= restFor);
        }
      }),
    );
  });

  it('knows commits, tests and builds of a terminal by their command lines', () => {
    const lines: Readonly<Record<string, Break | undefined>> = {
      'git commit -m "x"': 'commit',
      'git add . && git commit': 'commit',
      'npm run build && npm test': 'tests',
      'git -c user.name=x commit --amend': 'commit',
      'npm run test:unit -- --grep x': 'tests',
      'node --import=tsx --test': 'tests',
      'npx tsc -p .': 'build',
      make: 'build',
      'git commit -m "fix: a; b | c" && echo': undefined,
      'git add . && git commit -m "fix: a; b | c\n\nnew \\"line\\""': 'commit',
      'npm test 2>&1': 'tests',
      'npm test || true': undefined,
      'npm test; echo done': undefined,
      'npm test | tee log': undefined,
      'npm test &': undefined,
      'npm test\necho done': undefined,
      'npm test && git push': undefined,
      'git commit --help': undefined,
      'git log --grep commit': undefined,
      'npm run build -- --watch': undefined,
      'npm run testimony': undefined,
      'echo npm test': undefined,
      'cat test': undefined,
    };
    for (const [line, wanted] of Object.entries(lines)) {
      assert.equal(breakOfCommand(line), wanted, line);
    }
  });
});
