import assert from 'node:assert/strict';
import { answerMinutes, readingMinutes } from '../../../src/features/answer/reading-time.ts';
import type { Bank, Snippet } from '../../../src/bank/model.ts';
import { labelLength } from '../../../src/bank/schema.ts';
import { orderLines } from '../../../src/order/order-lines.ts';
import { realBank } from '../bank/real-bank.ts';

/** All topics in the order of the tree, with the least number of questions. */
const topics = new Map([
  ['prepare', 4],
  ['fundamentals', 6],
  ['event-loop', 6],
  ['async', 5],
  ['streams', 4],
  ['http-apis', 14],
  ['data', 0],
  ['production', 6],
  ['operations', 0],
  ['system-design', 5],
  ['behavioural', 2],
]);

/** The least number of snippets by what they are about. */
const least = new Map([
  ['event-loop', 35],
  ['async', 25],
  ['streams', 15],
  ['fundamentals', 10],
  ['http-apis', 42],
  ['production', 7],
]);

describe('The bank', function () {
  this.timeout(60_000);
  let bank: Bank;

  before(async () => {
    bank = (await realBank()).bank;
  });

  const topicOf = ({ question }: Snippet): string =>
    bank.questions.find(({ id }) => id === question)?.topic ?? '';

  it('has its topics in the order of the curriculum, and as many questions in each', () => {
    const count = (topic: string) => bank.questions.filter((one) => one.topic === topic).length;
    const names = bank.topics.map(({ id }) => id);
    assert.deepEqual(
      names,
      [...topics.keys()].filter((topic) => names.includes(topic)),
    );
    for (const [topic, questions] of topics) {
      assert.ok(count(topic) >= questions, `${topic}: ${count(topic)}`);
    }
  });

  it('has a short name for each question, and no name twice', () => {
    const labels = bank.questions.map(({ label }) => label ?? '');
    assert.deepEqual(
      labels.filter((label) => label === '' || label.length > labelLength),
      [],
    );
    assert.equal(new Set(labels).size, labels.length);
  });

  it('has a hundred snippets and more, where they belong', () => {
    assert.ok(bank.snippets.length >= 100, String(bank.snippets.length));
    for (const [topic, count] of least) {
      const found = bank.snippets.filter((snippet) => topicOf(snippet) === topic).length;
      assert.ok(found >= count, `${topic}: ${found}`);
    }
  });

  it('has fifteen pairs of twins and more', () => {
    const pairs = bank.snippets.filter(({ kind, twin }) => kind === 'mjs' && twin !== undefined);
    assert.ok(pairs.length >= 15, String(pairs.length));
  });

  it('has answers that are read in three minutes, and pages in eight', () => {
    const long = bank.questions.filter(
      (question) => answerMinutes(question) > 3 || readingMinutes(question) > 8,
    );
    assert.deepEqual(
      long.map(({ id }) => id),
      [],
    );
  });

  it('has questions that are related to others, both ways', () => {
    const most = 8;
    const relatedOf = new Map(bank.questions.map(({ id, related }) => [id, related]));
    // More of them nobody reads, so a page that has enough needs not name one more.
    assert.deepEqual(
      bank.questions.filter(({ related }) => related.length > most).map(({ id }) => id),
      [],
    );
    const isFull = (id: string): boolean => relatedOf.get(id)?.length === most;
    const oneWay = bank.questions.flatMap(({ id, related }) =>
      related
        .filter((other) => !relatedOf.get(other)?.includes(id) && !isFull(other))
        .map((other) => `${other} does not name ${id}`),
    );
    assert.deepEqual(oneWay, []);
    const lonely = bank.questions.filter(({ related }) => related.length === 0);
    assert.deepEqual(
      lonely.map(({ id }) => id),
      [],
    );
  });

  it('tells what in the own code makes a technical question relevant', () => {
    const needs = [
      ...['fundamentals', 'event-loop', 'async', 'streams', 'http-apis', 'data'],
      ...['production', 'operations'],
    ];
    const silent = bank.questions.filter(
      ({ topic, relevantTo }) => needs.includes(topic) && relevantTo.length === 0,
    );
    assert.deepEqual(
      silent.map(({ id }) => id),
      [],
    );
  });

  it('has the snippets of a question from easy to devilish', () => {
    const steps = ['easy', 'medium', 'hard', 'devilish'];
    const unordered = bank.questions.filter(({ snippets }) => {
      const grades = snippets.map((id) => {
        const snippet = bank.snippets.find((one) => one.id === id);
        return steps.indexOf(snippet?.difficulty ?? '');
      });
      return grades.some((grade, index) => grade < (grades[index - 1] ?? 0));
    });
    assert.deepEqual(
      unordered.map(({ id }) => id),
      [],
    );
  });

  it('has snippets with few lines; that they are distinct is checked by the build', () => {
    const wrong = bank.snippets.filter(({ expect }) => {
      const lines = orderLines(expect).map(({ stream, text }) => `${stream} ${text}`);
      return lines.length > 14;
    });
    assert.deepEqual(
      wrong.map(({ id }) => id),
      [],
    );
  });
});
