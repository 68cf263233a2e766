import assert from 'node:assert/strict';
import { createPredictSession } from '../../../src/features/predict/predict-session.ts';
import type { Subject } from '../../../src/features/subject/subject.ts';
import type { RunRequest, RunResult } from '../../../src/runner/model.ts';
import type { Typing } from '../../../src/shared/predict.ts';
import { result, world } from './session-world.ts';

describe('A session of a program that reads standard input', () => {
  const reading: Subject = {
    kind: 'program',
    program: { code: 'process.stdin.on("data", console.log)', kind: 'cjs', title: 'own.js' },
    own: true,
  };
  /** A run that asks `Name? ` and ends with the first line that it reads, or with its input. */
  function asking(read: string[]) {
    return ({ onText, onRead, signal }: RunRequest): Promise<RunResult> =>
      new Promise((resolve) => {
        const end = () => resolve(result(read));
        signal?.addEventListener('abort', () => resolve(result([], { ended: 'cancelled' })));
        onText?.({ stream: 'stdout', text: 'Name' });
        onText?.({ stream: 'stdout', text: '? ' });
        onRead?.({
          write(text) {
            read.push(text);
            if (text.endsWith('\n')) end();
          },
          end,
        });
      });
  }

  it('tells what it wrote as soon as it reads, and hands on what is typed for this run alone', async () => {
    const read: string[] = [];
    const told: Typing[] = [];
    const session = createPredictSession(reading, {
      ...world(asking(read)),
      onTyping(typing) {
        told.push(typing);
        if (told.length > 1) return;
        session.type(typing.run - 1, 'too late\n');
        session.type(typing.run + 1, 'too early\n');
        session.type(typing.run, 'Ada\n');
      },
    });
    assert.equal(session.typing, undefined);
    const outcome = await session.run();
    assert.equal(outcome.kind, 'ran');
    assert.deepEqual(read, ['Ada\n']);
    assert.deepEqual(told[0], {
      ...{ run: 1, isCut: false, isOpen: true },
      pieces: [{ stream: 'stdout', text: 'Name? ' }],
    });
    assert.equal(session.typing, undefined);
  });

  it('ends its input once, and takes nothing after that', async () => {
    const read: string[] = [];
    const session = createPredictSession(reading, {
      ...world(asking(read)),
      onTyping({ run }) {
        session.endInput(run);
        session.type(run, 'more\n');
        session.endInput(run);
      },
    });
    await session.run();
    assert.deepEqual(read, []);
  });

  it('keeps the end of much that is written', async () => {
    const much = Array.from({ length: 9000 }, (_, at) => `${at}\n`).join('');
    const told: Typing[] = [];
    const session = createPredictSession(reading, {
      ...world(({ onText, onRead }) => {
        onText?.({ stream: 'stdout', text: much });
        return new Promise((resolve) => {
          onRead?.({ write: () => undefined, end: () => resolve(result([])) });
        });
      }),
      onTyping(typing) {
        told.push(typing);
        session.endInput(typing.run);
      },
    });
    await session.run();
    const [{ pieces, isCut } = assert.fail()] = told;
    assert.equal(isCut, true);
    assert.equal(pieces.length, 1);
    assert.ok(much.endsWith(pieces[0]?.text ?? '?'));
    assert.equal(pieces[0]?.text.length, 20_000);
  });

  it('keeps little of a flood that changes its stream with each letter', async () => {
    const told: Typing[] = [];
    const session = createPredictSession(reading, {
      ...world(({ onText, onRead }) => {
        for (let at = 0; at < 200_000; at++) {
          onText?.({ stream: at % 2 === 0 ? 'stdout' : 'stderr', text: 'x' });
        }
        return new Promise((resolve) => {
          onRead?.({ write: () => undefined, end: () => resolve(result([])) });
        });
      }),
      onTyping(typing) {
        told.push(typing);
        session.endInput(typing.run);
      },
    });
    await session.run();
    const [{ pieces, isCut } = assert.fail()] = told;
    assert.equal(isCut, true);
    assert.equal(pieces.length, 2000);
    assert.deepEqual(pieces.at(-1), { stream: 'stderr', text: 'x' });
  });

  it('is not asked where nobody can type', async () => {
    const asked: boolean[] = [];
    const session = createPredictSession(
      reading,
      world(({ onText, onRead }) => {
        asked.push(onText !== undefined || onRead !== undefined);
        return Promise.resolve(result([]));
      }),
    );
    await session.run();
    assert.deepEqual(asked, [false]);
  });
});
