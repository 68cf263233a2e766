import assert from 'node:assert/strict';
import { facts } from './facts.ts';
import type { Fact } from './facts.ts';
import { lineAt, proseFiles } from './prose-files.ts';

const files = proseFiles();

/** Each place of a text that states the fact, with the values it gives. */
function statements(text: string, { says }: Fact) {
  const spaced = new RegExp(says.source.replaceAll(' ', '\\s+'), 'g');
  return [...text.matchAll(spaced)].map((match) => ({
    line: lineAt(text, match.index),
    values: (match.slice(1) as (string | undefined)[])
      .filter((value) => value !== undefined)
      .map((value) => value.replace(/\s+/g, ' ')),
  }));
}

const isRight = ({ value }: Fact, given: readonly string[]): boolean =>
  value.some(
    (right) => right.join() === given.join().toLowerCase() || right.join() === given.join(),
  );

describe('Pages agree about a fact', () => {
  for (const { file, text } of files) {
    it(file, () => {
      const wrong = facts.flatMap((fact) =>
        statements(text, fact)
          .filter(({ values }) => !isRight(fact, values))
          .map(({ line, values }) => {
            const right = fact.value.map((one) => one.join(' and ')).join(', or ');
            return `${line}: ${fact.id} is ${right}, not ${values.join(' and ')} (${fact.source})`;
          }),
      );
      assert.deepEqual(wrong, []);
    });
  }

  for (const fact of facts.filter(({ pages }) => pages.length > 0)) {
    it(`${fact.id} is found on the pages that are listed with it`, () => {
      const silent = fact.pages.filter((page) => {
        const text = files.find(({ file }) => file === page)?.text ?? '';
        return statements(text, fact).length === 0;
      });
      assert.deepEqual(
        silent,
        [],
        `${fact.id}: the wording has changed, so nothing checks it there`,
      );
    });
  }
});
