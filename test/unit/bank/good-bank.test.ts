import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBankFolder } from '../../../src/bank/bank-folder.ts';
import type { Bank } from '../../../src/bank/model.ts';
import { goodFolder, loadChanged, replace } from './temporary-bank.ts';

describe('a bank without mistakes', () => {
  let bank: Bank;

  before(async () => {
    const loaded = await loadBankFolder(goodFolder);
    assert.deepEqual(loaded.mistakes, []);
    bank = loaded.bank;
  });

  const question = (id: string) => bank.questions.find((candidate) => candidate.id === id);

  it('has its topics by their order and its questions by the lists of the topics', () => {
    assert.deepEqual(bank.topics, [
      { id: 'streams', title: 'Streams', summary: 'How data flows.' },
      { id: 'timers', title: 'Timers', summary: 'How timers are ordered.' },
    ]);
    const ids = bank.questions.map(({ topic, id }) => `${topic}/${id}`);
    assert.deepEqual(ids, ['streams/read-stream', 'timers/timer-order', 'timers/clear-timers']);
  });

  it('keeps the front matter of a question', () => {
    const { title, level, tags, related, sources, relevantTo, snippets } =
      question('timer-order') ?? assert.fail();
    assert.deepEqual(
      { title, level, tags, related, relevantTo, snippets },
      {
        title: 'In which order do timers run?',
        level: 'mid',
        tags: ['timers', 'event loop'],
        related: ['clear-timers'],
        relevantTo: ['setTimeout', 'setImmediate'],
        snippets: ['timer-order/by-delay', 'timer-order/timer-or-immediate'],
      },
    );
    assert.deepEqual(sources[0], { title: 'Timers', url: 'https://nodejs.org/api/timers.html' });
    assert.equal(sources.length, 2);
  });

  it('fills in lists that were left out', () => {
    const { related, snippets } = question('read-stream') ?? assert.fail();
    assert.deepEqual({ related, snippets }, { related: [], snippets: [] });
    assert.equal('example' in (question('read-stream') ?? {}), false);
  });

  it('keeps each part as Markdown', () => {
    const { answer, example, sayIt, commonMistake, inProduction } =
      question('timer-order') ?? assert.fail();
    assert.match(answer, /^### By their time\n\nTimers run[\s\S]*```snippet\nby-delay\n```$/);
    assert.match(example ?? '', /^It prints two lines\.[\s\S]*return value;\n```$/);
    assert.match(sayIt, /^Timers run when [^\n]* every turn\.$/);
    assert.equal(commonMistake, 'To take a delay for a promise.');
    assert.equal(inProduction, 'Under load, timers come late.');
  });

  it('takes key points, follow-ups and checks apart', () => {
    const { keyPoints, followUps, checks } = question('timer-order') ?? assert.fail();
    assert.deepEqual(keyPoints.slice(0, 2), [
      { id: 'by-due-time', text: 'Timers run by the time they are due.' },
      { id: 'least-time', text: 'A delay is the least time, never\nan exact one.' },
    ]);
    assert.deepEqual(followUps, [
      { question: 'What is `unref` for?', answer: 'It lets the process end.' },
      {
        question: 'What is `hasRef` for?',
        answer:
          'It tells whether the timer keeps the process alive.\n\n```json\n{ "ref": true }\n```',
      },
    ]);
    assert.deepEqual(checks[0], {
      id: 'what-delay',
      question: 'What is a delay?',
      choices: [
        { text: 'The least time', correct: true, reason: 'The callback never comes earlier.' },
        {
          text: 'The exact time',
          correct: false,
          reason: 'The loop may be busy.\n\nIt often is.',
        },
      ],
    });
    assert.equal(checks.length, 2);
  });

  it('has snippets with their code as users see and run it', () => {
    assert.deepEqual(bank.snippets, [
      {
        id: 'timer-order/by-delay',
        question: 'timer-order',
        title: 'The shorter delay first',
        difficulty: 'easy',
        kind: 'cjs',
        code: [
          "setTimeout(() => console.log('long'), 60);",
          "setTimeout(() => console.log('short: 20'), 20);",
          "console.log('main');",
          "console.error('warned');",
          '',
        ].join('\n'),
        expect: ['main', { err: 'warned' }, 'short: 20', 'long'],
        variants: [],
        teaches: 'Timers run by the time they are due.',
        permissions: [],
      },
      {
        id: 'timer-order/timer-or-immediate',
        question: 'timer-order',
        title: 'A timer against an immediate',
        difficulty: 'devilish',
        kind: 'mjs',
        code: [
          "setTimeout(() => console.log('timeout'), 0);",
          "setImmediate(() => console.log('immediate'));",
          '',
        ].join('\n'),
        expect: { any: ['timeout', 'immediate'] },
        variants: [{ from: 98, to: 99, expect: ['timeout', 'immediate'] }],
        teaches: 'From the main script, either may be first.',
        race: 'It depends on how long the loop took to start.',
        permissions: ['fs-read'],
      },
    ]);
  });

  it('has drawings that were written anew', () => {
    assert.deepEqual(question('timer-order')?.diagrams, [
      {
        name: 'due-times',
        title: 'Due times',
        desc: 'The short timer is due before the long one & runs first.',
        viewBox: '0 0 320 80',
        body:
          '<rect class="box accent" x="8" y="24" width="90" height="32" rx="6"></rect>' +
          '<text class="label" x="53" y="40">short &lt; long</text>' +
          '<path class="arrow dashed" d="M98 40 H200" marker-end="url(#diagram-head)"></path>',
      },
    ]);
    assert.deepEqual(question('read-stream')?.diagrams, []);
  });

  it('lets twins name each other', async () => {
    const file = 'timers/timer-order/timer-or-immediate.mjs';
    const edit = replace('difficulty: devilish', 'difficulty: devilish\ntwinOf: by-delay');
    const { bank: changed, mistakes } = await loadChanged({ file, edit });
    assert.deepEqual(mistakes, []);
    assert.deepEqual(
      changed.snippets.map(({ id, twin }) => [id, twin]),
      [
        ['timer-order/by-delay', 'timer-order/timer-or-immediate'],
        ['timer-order/timer-or-immediate', 'timer-order/by-delay'],
      ],
    );
  });

  it('is the same with line breaks of Windows and a byte order mark', async () => {
    const file = 'timers/timer-order.md';
    const edit = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const loaded = await loadChanged({ file, edit });
    assert.deepEqual(loaded.mistakes, []);
    assert.deepEqual(loaded.bank, bank);
  });

  it('passes over hidden files and folders without questions', async () => {
    for (const file of ['.git/x.md', 'assets/logo.svg', 'README.md', 'timers/.DS_Store']) {
      const loaded = await loadChanged({ file, edit: () => 'x' });
      assert.deepEqual(loaded.mistakes, [], file);
    }
  });
});

describe('a bank with mistakes', () => {
  const ids = (bank: Bank) => bank.questions.map(({ id }) => id);

  it('keeps the other questions when one is broken, and unlists it', async () => {
    const edit = replace('level: mid', 'level: expert');
    const { bank, mistakes } = await loadChanged({ file: 'timers/clear-timers.md', edit });
    assert.equal(mistakes.length, 1);
    assert.deepEqual(ids(bank), ['read-stream', 'timer-order']);
    assert.deepEqual(bank.questions[1]?.related, []);
  });

  it('keeps a question when one of its snippets is broken', async () => {
    const edit = replace('difficulty: easy', 'difficulty: trivial');
    const file = 'timers/timer-order/by-delay.cjs';
    const { bank, mistakes } = await loadChanged({ file, edit });
    assert.equal(mistakes.length, 1);
    assert.deepEqual(bank.questions[1]?.snippets, ['timer-order/timer-or-immediate']);
    assert.deepEqual(
      bank.snippets.map(({ id }) => id),
      ['timer-order/timer-or-immediate'],
    );
  });

  it('leaves out the snippets of a broken question', async () => {
    const edit = replace('level: mid', 'level: expert');
    const { bank } = await loadChanged({ file: 'timers/timer-order.md', edit });
    assert.deepEqual(bank.snippets, []);
  });

  it('keeps the questions of a topic whose file is broken, under the name of its folder', async () => {
    const edit = replace('order: 2', 'order: second');
    const { bank } = await loadChanged({ file: 'timers/topic.yml', edit });
    assert.deepEqual(bank.topics[1], { id: 'timers', title: 'timers', summary: '' });
    assert.deepEqual(ids(bank), ['read-stream', 'clear-timers', 'timer-order']);
  });

  it('keeps the first of two questions with the same id', async () => {
    const text = await readFile(join(goodFolder, 'streams/read-stream.md'), 'utf8');
    const { bank, mistakes } = await loadChanged({
      file: 'timers/read-stream.md',
      edit: () => text,
    });
    assert.deepEqual(ids(bank), ['read-stream', 'timer-order', 'clear-timers']);
    assert.equal(bank.questions[0]?.topic, 'streams');
    assert.deepEqual(
      mistakes.map(({ file, message }) => `${file}: ${message}`),
      [
        'timers/read-stream.md: The topic `streams` has a question with the same id',
        'timers/topic.yml: The question `read-stream` is not listed',
      ],
    );
  });

  it('is empty when the folder is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loopwise-bank-'));
    const loaded = await loadBankFolder(folder);
    await rm(folder, { recursive: true });
    const bank = { format: 1, topics: [], questions: [], snippets: [] };
    assert.deepEqual(loaded, { bank, mistakes: [] });
  });

  it('says so when the folder is not there', async () => {
    const { mistakes } = await loadBankFolder(join(goodFolder, 'nowhere'));
    assert.equal(mistakes.length, 1);
    assert.match(mistakes[0]?.message ?? '', /^This cannot be read: ENOENT/);
  });
});
