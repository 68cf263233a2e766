import assert from 'node:assert/strict';
import { judge } from '../../../src/order/judge.ts';
import type { OutputLine } from '../../../src/order/output.ts';

const rejection =
  'UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "text".';
const uncaught: OutputLine = { stream: 'uncaught', text: rejection };
const warning: OutputLine = {
  stream: 'stderr',
  text: '(node:6488) MaxListenersExceededWarning: Possible EventEmitter memory leak detected.',
};

const verdictOn = (actual: readonly OutputLine[], ...prediction: string[]) =>
  judge({ actual, truncated: false, prediction }).kind;

describe('A line that Node worded', () => {
  for (const typed of ['Uncaught text', "Uncaught 'text'", 'Uncaught UnhandledPromiseRejection']) {
    it(`is predicted by “${typed}”`, () => assert.equal(verdictOn([uncaught], typed), 'exact'));
  }

  it('is predicted by its own words too', () => {
    assert.equal(verdictOn([uncaught], `Uncaught ${rejection}`), 'exact');
  });

  it('is not predicted by another reason', () => {
    assert.equal(verdictOn([uncaught], 'Uncaught other'), 'wrong');
  });

  it('is predicted without the number of the process, or by the name of the warning', () => {
    const whole = warning.text.replace('(node:6488) ', '');
    assert.equal(verdictOn([warning], whole), 'exact');
    assert.equal(verdictOn([warning], 'MaxListenersExceededWarning'), 'exact');
    assert.equal(verdictOn([warning], 'DeprecationWarning'), 'wrong');
  });

  it('is predicted by the code of its error', () => {
    const text = 'TypeError [ERR_INVALID_ARG_TYPE]: The "path" argument must be of type string.';
    const line: OutputLine = { stream: 'uncaught', text };
    assert.equal(verdictOn([line], 'Uncaught TypeError [ERR_INVALID_ARG_TYPE]'), 'exact');
  });

  it('stands for a line of the program only with all its words', () => {
    const own: OutputLine = { stream: 'uncaught', text: 'Error: boom' };
    assert.equal(verdictOn([own], 'Uncaught Error'), 'wrong');
    assert.equal(
      verdictOn([{ stream: 'stdout', text: warning.text }], 'MaxListenersExceededWarning'),
      'wrong',
    );
  });

  it('is not meant where the same text is a line of its own', () => {
    const name: OutputLine = { stream: 'stdout', text: 'MaxListenersExceededWarning' };
    assert.equal(verdictOn([name, warning], name.text, name.text), 'wrong');
    assert.equal(verdictOn([name, warning], name.text, warning.text), 'exact');
  });
});

describe('Styles of a terminal', () => {
  const red: OutputLine = {
    stream: 'stdout',
    text: '\u001b[31mred\u001b[0m and \u001b[1;4mbold\u001b[22;24m',
  };

  it('are no part of what is typed', () => {
    assert.equal(verdictOn([red], 'red and bold'), 'exact');
    assert.equal(verdictOn([red], red.text), 'exact');
  });

  it('are no part of a link’s text either, and other sequences stay', () => {
    const link = '\u001b]8;;https://nodejs.org\u0007Node\u001b]8;;\u0007';
    assert.equal(verdictOn([{ stream: 'stdout', text: link }], 'Node'), 'exact');
    assert.equal(verdictOn([{ stream: 'stdout', text: '\u001b[2Ka' }], 'a'), 'wrong');
  });
});
