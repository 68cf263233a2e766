import assert from 'node:assert/strict';
import { worded } from '../../src/features/services/worded-error.lazy.ts';
import { CannotRunError, NoNodeError } from '../../src/runner/errors.ts';
import type { NodeProblem, StartProblem, WhyNotRun } from '../../src/runner/errors.ts';

const textOf = (error: Error): string => {
  const said = worded(error);
  assert.ok(said instanceof Error && said.name === error.name);
  return said.message;
};

describe('What kept a program from running', () => {
  it('is told of the one Node that the setting names, with what to do about it', () => {
    const problem: NodeProblem = { kind: 'tooOld', version: '18.20.4' };
    assert.equal(
      textOf(new NoNodeError([{ path: '/mine/node', problem }], true)),
      'The setting "loopwise.node.path" names /mine/node, which can\'t run snippets. Version 18.20.4 is too old: snippets need Node.js 20 or later. Change the setting to the path of a Node.js program, or clear it to use one that Loopwise finds.',
    );
  });

  it('is told of each Node that was found, or that there is none', () => {
    const tried = [
      { path: '/a/node', problem: { kind: 'failed', said: 'no such tool' } },
      { path: '/b/node', problem: { kind: 'notTrusted' } },
    ] as const;
    assert.equal(
      textOf(new NoNodeError(tried, false)),
      'No Node.js that can run snippets was found. /a/node: It failed when it was run, and printed "no such tool". /b/node: It\'s in a workspace that you haven\'t trusted. Install Node.js 20 or later from nodejs.org, or set "loopwise.node.path" to the path of one.',
    );
    assert.match(textOf(new NoNodeError([], false)), /None is on the PATH .*nodejs\.org/);
  });

  it('is a sentence with all that is known, whatever it was', () => {
    const whole = /^[A-Z].*[.]$/;
    const problems: readonly NodeProblem[] = [
      ...(['missing', 'incomplete', 'notAbsolute', 'notTrusted', 'notAFile'] as const).map(
        (kind) => ({ kind }),
      ),
      ...(['notNode', 'notExecutable', 'late', 'failed'] as const).map((kind) => ({ kind })),
      ...(['notReadable', 'notRunnable'] as const).map((kind) => ({ kind, code: 'EIO' })),
    ];
    const texts = problems.map((problem) =>
      textOf(new NoNodeError([{ path: '/n', problem }], true)),
    );
    assert.equal(new Set(texts).size, problems.length);
    for (const text of texts) assert.match(text, whole);

    const starts: readonly (readonly [StartProblem, string])[] = [
      [{ kind: 'gone' }, '/n'],
      [{ kind: 'late' }, '/n'],
      [{ kind: 'notExecutable', code: 'EACCES' }, '(EACCES)'],
      [{ kind: 'noRoom', code: 'EAGAIN' }, '(EAGAIN)'],
      [{ kind: 'early' }, '/n'],
      [{ kind: 'early', said: 'no tool' }, '"no tool"'],
      [{ kind: 'failed', said: 'a pipe is missing.' }, 'a pipe is missing.'],
    ];
    const reasons: readonly (readonly [WhyNotRun, string])[] = [
      ...starts.map(
        ([problem, part]) => [{ reason: 'runtime', path: '/n', problem }, part] as const,
      ),
      ...['ENOSPC', 'EMFILE', 'EACCES', 'ENOENT', 'EIO'].map(
        (code) => [{ reason: 'folder', folder: '/tmp', code }, `/tmp (${code})`] as const,
      ),
      ...[true, false].map(
        (compiled) =>
          [
            { reason: 'unsaved', version: '20.20.2', files: ['a.ts', 'b.ts'], compiled },
            'a.ts, b.ts',
          ] as const,
      ),
      [{ reason: 'unfit', text: 'Line 2 is JSX.' }, 'Line 2 is JSX.'],
    ];
    const said = reasons.map(([why, part]) => {
      const text = textOf(new CannotRunError(why));
      assert.match(text, whole);
      assert.ok(text.includes(part), text);
      return text;
    });
    assert.equal(new Set(said).size, reasons.length);
  });

  it('is anything else as it is', () => {
    const error = new TypeError('a bug');
    assert.equal(worded(error), error);
  });
});
