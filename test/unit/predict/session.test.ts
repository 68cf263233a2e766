import assert from 'node:assert/strict';
import { createPredictSession } from '../../../src/features/predict/predict-session.ts';
import type { SessionDependencies } from '../../../src/features/predict/predict-session.ts';
import { createSeenOutputs } from '../../../src/features/services/seen-outputs.ts';
import { mayRun } from '../../../src/features/subject/subject.ts';
import type { Subject } from '../../../src/features/subject/subject.ts';
import { CannotRunError, NoNodeError } from '../../../src/runner/errors.ts';
import type { RunRequest } from '../../../src/runner/model.ts';
import type { RunRecord, RunStatus } from '../../../src/shared/predict.ts';
import type { Explanation } from '../../../src/trace/explanation.ts';
import { snippet, subject, own, trace, result, world, untilAborted } from './session-world.ts';

const predict = (lines: readonly string[], on: SessionDependencies, about: Subject = subject) =>
  createPredictSession(about, on).predict({ mode: 'cards', lines });

describe('A session of predicting', () => {
  it('runs nothing that its document no longer has', async () => {
    const ran: RunRequest[] = [];
    const on = world(
      (request) => {
        ran.push(request);
        return Promise.resolve(result(['a']));
      },
      true,
      true,
    );
    const session = createPredictSession(own, on);
    for (const outcome of [
      await session.run(),
      await session.predict({ mode: 'typed', lines: ['a'] }),
    ]) {
      assert.deepEqual(outcome, { kind: 'notRun', reason: 'changed', message: '' });
    }
    assert.deepEqual(ran, []);
  });

  it('judges, tells and records a prediction', async () => {
    const here = world(() => Promise.resolve(result(['a', 'b'])));
    const outcome = await predict(['b', 'a'], here);
    assert.deepEqual(outcome.kind === 'judged' && outcome.verdict, { kind: 'possible', at: 0 });
    assert.deepEqual(
      here.statuses.map(({ kind }) => kind),
      ['running', 'finished'],
    );
    const payload = { kind: 'predicted', verdict: 'possible', mode: 'cards', node: '24.1.0' };
    assert.deepEqual(here.recorded, [
      ['snippet:question/ab', { ...payload, prediction: ['b', 'a'] }],
    ]);
  });

  it('records which try it was, and what had been shown before it', async () => {
    const here = world(() => Promise.resolve(result(['a', 'b'])));
    const session = createPredictSession(subject, here);
    await session.predict({ mode: 'typed', lines: ['b'] }, { number: 1, seen: 'nothing' });
    await session.predict({ mode: 'typed', lines: ['b', 'a'] }, { number: 2, seen: 'line' });
    assert.deepEqual(
      here.recorded.map(([, payload]) =>
        payload.kind === 'predicted' ? [payload.verdict, payload.attempt] : [],
      ),
      [
        ['wrong', { number: 1, seen: 'nothing' }],
        ['possible', { number: 2, seen: 'line' }],
      ],
    );
  });

  it('records which belief a wrong prediction gave away, and of a right one nothing', async () => {
    const misconception = { id: 'await-blocks', text: '', question: 'q' };
    const explanation = { rule: 'await-lets-go' } as Explanation;
    const wrong = { earlier: 0, later: 1, explanation, misconception };
    const recordedOf = async (lines: readonly string[]) => {
      const here = {
        ...world(() => Promise.resolve(result(['a', 'b'], { trace }))),
        explain: () => Promise.resolve({ explanations: { pairs: [], wrong }, questions: {} }),
      };
      await predict(lines, here);
      return here.recorded.map(([card, { kind }]) => `${card} ${kind}`);
    };
    assert.deepEqual(await recordedOf(['b']), [
      'snippet:question/ab predicted',
      'belief:await-blocks suspected',
    ]);
    assert.deepEqual(await recordedOf(['a', 'b']), ['snippet:question/ab predicted']);
  });

  it('says of a line that no Node ever prints that it is never printed, and of no other', async () => {
    const never = async (lines: readonly string[], about: Subject = subject) => {
      const here = world(() => Promise.resolve(result(['a', 'b'])));
      const outcome = await predict(lines, here, about);
      assert.ok(outcome.kind === 'judged');
      return outcome.rows.filter((row) => row.never).map(({ predicted }) => predicted?.text);
    };
    assert.deepEqual(await never(['a', 'decoy']), ['decoy']);
    // Another Node prints it; case is not a matter of order; how it ends is not printed.
    assert.deepEqual(await never(['c', 'A', 'exit code 1']), []);
    // Nobody has listed what own code may print.
    assert.deepEqual(await never(['a', 'decoy'], own), []);
  });

  it('calls a decoy wrong where it is placed, and a prediction without it right', async () => {
    const withDecoy: Subject = {
      ...subject,
      snippet: { ...snippet, decoys: [{ stream: 'stdout', text: 'decoy' }] },
    };
    const verdict = async (...lines: readonly string[]) => {
      const here = world(() => Promise.resolve(result(['a', 'b'])));
      const outcome = await predict(lines, here, withDecoy);
      return outcome.kind === 'judged' && outcome.verdict;
    };
    assert.deepEqual(await verdict('a', 'b'), { kind: 'exact' });
    const wrong = await verdict('a', 'decoy', 'b');
    assert.ok(wrong && wrong.kind === 'wrong');
    assert.deepEqual([wrong.at, wrong.predicted?.text], [1, 'decoy']);
  });

  it('judges by what is possible on the Node that ran', async () => {
    const runtime = { path: '/n', version: '26.0.0', origin: 'path', electron: false } as const;
    const here = world(() => Promise.resolve(result(['c'], { runtime })));
    const outcome = await predict(['a', 'b'], here);
    assert.equal(outcome.kind === 'judged' && outcome.verdict.kind, 'wrong');
  });

  it('records no run, and no prediction of code that is not of the bank', async () => {
    const here = world(() => Promise.resolve(result(['a'])));
    await createPredictSession(subject, here).run();
    await predict(['a'], here, own);
    assert.deepEqual(here.recorded, []);
  });

  it('keeps the record of a run, and tells it before the end of the run', async () => {
    const told: string[] = [];
    const here = {
      ...world(() => Promise.resolve(result(['a'], { trace }))),
      onRecord: ({ recording }: RunRecord) => void told.push(`record ${recording?.run}`),
      onStatus: ({ kind, run }: RunStatus) => void told.push(`${kind} ${run}`),
    };
    const session = createPredictSession(subject, here);
    assert.deepEqual(session.record, { questions: {} });
    await session.run();
    assert.deepEqual(told, ['running 1', 'record 1', 'finished 1']);
    assert.deepEqual(session.record, {
      recording: { run: 1, trace, explanations: { pairs: [] } },
      questions: { q: 'A question' },
    });
  });

  it('goes on with the record that a page stored', () => {
    const record: RunRecord = { questions: { q: 'A question' } };
    const status: RunStatus = { kind: 'idle', run: 7 };
    const session = createPredictSession(
      subject,
      world(() => assert.fail('it ran')),
      { status, record },
    );
    assert.deepEqual([session.status, session.record], [status, record]);
  });

  it('forgets the record when a later run was not recorded, and says so', async () => {
    // Each time the run that is judged, then the one that is recorded.
    const results = [result(['a']), result(['a'], { trace }), result(['a']), result(['a'])];
    const here = world(() => Promise.resolve(results.shift() ?? result([])));
    const session = createPredictSession(subject, here);
    const recorded = async () => {
      const outcome = await session.run();
      return outcome.kind === 'ran' && outcome.run.recorded;
    };
    assert.equal(await recorded(), 'whole');
    assert.equal(await recorded(), 'no');
    assert.equal(session.record.recording, undefined);
    results.push(result(['a']), result(['a'], { trace: { ...trace, complete: 'tooLong' } }));
    assert.equal(await recorded(), 'part');
  });

  it('asks for what a snippet of the bank needs, and forbids other code nothing', async () => {
    const requests: RunRequest[] = [];
    const here = world((request) => {
      requests.push(request);
      return Promise.resolve(result([]));
    });
    const needy: Subject = { ...subject, snippet: { ...snippet, permissions: ['net'] } };
    await createPredictSession(needy, here).run();
    await createPredictSession(own, here).run();
    assert.deepEqual(
      requests.map(({ permissions }) => permissions),
      [['net'], ['net'], undefined, undefined],
    );
  });

  it('tells what was typed where the text of Node is longer, and nothing of other lines', async () => {
    const text =
      '(node:7) MaxListenersExceededWarning: Possible EventEmitter memory leak detected.';
    const lines = [
      { stream: 'stdout', text: 'a' },
      { stream: 'stderr', text },
    ] as const;
    const here = world(() => Promise.resolve(result([], { lines })));
    const short = 'MaxListenersExceededWarning';
    const outcome = await predict(['a', short], here, own);
    assert.ok(outcome.kind === 'judged' && outcome.verdict.kind === 'exact');
    assert.deepEqual(
      outcome.rows.map(({ typed, actual }) => [typed?.text, actual?.text]),
      [
        [undefined, 'a'],
        [short, text],
      ],
    );
  });

  it('lets blank lines stand between typed ones, unless blank lines are printed', async () => {
    const here = world(() => Promise.resolve(result(['a', 'b'])));
    const spaced = await predict(['a', '', 'b'], here, own);
    assert.equal(spaced.kind === 'judged' && spaced.verdict.kind, 'exact');
    const blank = world(() => Promise.resolve(result(['a', '', 'b'])));
    const missed = await predict(['a', 'b'], blank, own);
    assert.ok(missed.kind === 'judged');
    assert.deepEqual(missed.verdict, { kind: 'unknown', reason: 'unrecorded', at: 1 });
  });

  it('judges a run that is not recorded, and explains it by one that is', async () => {
    const traces: (boolean | undefined)[] = [];
    const here = world((request) => {
      traces.push(request.trace);
      const texts = request.trace === false ? ['a', 'b'] : ['b', 'a'];
      return Promise.resolve(result(texts, request.trace === false ? {} : { trace }));
    });
    const outcome = await predict(['a', 'b'], here);
    assert.ok(outcome.kind === 'judged');
    assert.equal(outcome.verdict.kind, 'exact');
    // Recorded again while it shows another order, and not for ever.
    assert.deepEqual(traces, [false, undefined, undefined, undefined]);
    assert.deepEqual(
      outcome.run.recordedLines?.map(({ text }) => text),
      ['b', 'a'],
    );
    assert.equal(outcome.run.once, undefined);
  });

  it('runs code once, recorded, that may change something outside of itself', async () => {
    const traces: (boolean | undefined)[] = [];
    const here = world((request) => {
      traces.push(request.trace);
      return Promise.resolve(result(['a'], { trace }));
    });
    const code = "require('node:fs').writeFileSync('note', 'a')";
    const writes: Subject = {
      kind: 'program',
      program: { code, kind: 'cjs', title: 'x' },
      own: true,
    };
    const outcome = await predict(['a'], here, writes);
    assert.deepEqual(traces, [undefined]);
    assert.ok(outcome.kind === 'judged');
    assert.equal(outcome.run.once, true);
    assert.equal(outcome.run.recordedLines, undefined);
  });

  it('records beside it a run that goes on for long', async () => {
    let release = (): void => undefined;
    const here = world(async ({ trace: isRecorded }) => {
      if (isRecorded === false) await new Promise<void>((resolve) => (release = resolve));
      else release();
      return result(['a'], isRecorded === false ? {} : { trace });
    });
    const outcome = await predict(['a'], here);
    assert.equal(outcome.kind === 'judged' && outcome.run.recorded, 'whole');
  });

  it('keeps what a run printed that was not recorded, and counts it as possible', async () => {
    const seen = createSeenOutputs();
    const texts = [
      ['a', 'b'],
      ['b', 'a'],
    ];
    const here = world(({ trace: isRecorded }) =>
      Promise.resolve(result((isRecorded === false ? texts.shift() : ['b', 'a']) ?? [])),
    );
    const session = createPredictSession(own, { ...here, seen });
    await session.run();
    const outcome = await session.predict({ mode: 'typed', lines: ['a', 'b'] });
    assert.deepEqual(outcome.kind === 'judged' && outcome.verdict, {
      kind: 'possible',
      at: 0,
      because: { kind: 'seen' },
    });
  });

  it('drops the first of two quick predictions', async () => {
    let calls = 0;
    const here = world((request) => {
      calls += 1;
      return calls === 1 ? untilAborted(request) : Promise.resolve(result(['a', 'b']));
    });
    const session = createPredictSession(subject, here);
    const first = session.predict({ mode: 'cards', lines: ['a'] });
    const second = session.predict({ mode: 'cards', lines: ['a', 'b'] });
    assert.equal((await first).kind, 'notRun');
    assert.equal((await second).kind, 'judged');
    const finished = here.statuses.filter(({ kind }) => kind === 'finished');
    assert.deepEqual(
      finished.map(({ run }) => run),
      [2],
    );
    assert.equal(here.recorded.length, 1);
  });

  it('tells of a cancelled run, and nobody of a closed page', async () => {
    const here = world(untilAborted);
    const session = createPredictSession(subject, here);
    const cancelled = session.run();
    session.cancel();
    assert.deepEqual(await cancelled, { kind: 'notRun', reason: 'cancelled', message: '' });
    assert.equal(session.status.kind, 'finished');
    const closed = session.run();
    session.dispose();
    await closed;
    assert.equal(here.statuses.at(-1)?.kind, 'running');
  });

  it('says why nothing ran', async () => {
    const failures = [
      [new NoNodeError([], false), 'noNode'],
      [new CannotRunError({ reason: 'folder', folder: '/tmp', code: 'ENOSPC' }), 'folder'],
      [
        new CannotRunError({ reason: 'runtime', path: '/node', problem: { kind: 'gone' } }),
        'failed',
      ],
      [new Error('else'), 'failed'],
    ] as const;
    for (const [error, reason] of failures) {
      const outcome = await predict(
        ['a'],
        world(() => Promise.reject(error)),
      );
      assert.deepEqual(outcome, { kind: 'notRun', reason, message: error.message });
    }
  });

  it('runs code of the workspace only where the workspace is trusted', async () => {
    const here = world(() => assert.fail('it ran'), false);
    const outcome = await predict(['a'], here, own);
    assert.equal(outcome.kind === 'notRun' && outcome.reason, 'untrusted');
    assert.equal(mayRun(own, true), true);
    assert.equal(mayRun(subject, false), true);
  });

  it('shows the first lines of much, and the beginning of long ones', async () => {
    const texts = Array.from({ length: 900 }, (_, at) => `${at}${'😀'.repeat(1500)}`);
    const here = world(() => Promise.resolve(result(texts, { ended: 'lines' })));
    const outcome = await createPredictSession(subject, here).run();
    assert.ok(outcome.kind === 'ran');
    assert.equal(outcome.run.lines.length, 500);
    assert.equal(outcome.run.lineCount, 900);
    const [line] = outcome.run.lines;
    assert.ok(line);
    assert.equal(line.text.isWellFormed(), true);
    assert.equal(line.length, 3001);
  });
});
