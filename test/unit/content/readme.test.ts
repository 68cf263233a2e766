import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  largestPicture,
  pictureFile,
  pictureFolder,
  pictureNames,
  pictureThemes,
} from '../../../scripts/lib/readme-pictures.mts';
import { loadMaterialFolder } from '../../../src/bank/material-folder.ts';
import { oldestMajor } from '../../../src/runner/errors.ts';
import { ships, withoutDeadLinks } from '../../../scripts/lib/shipped.mts';
import { realBank } from '../bank/real-bank.ts';

const root = join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');

describe('README.md', () => {
  const shown = [...readme.matchAll(/(?:src|srcset)="([^"]+)"|!\[[^\]]*\]\(([^)\s]+)\)/g)].map(
    ([, attribute, markdown]) => attribute ?? markdown ?? '',
  );
  const taken = pictureNames.flatMap((name) => [
    pictureFile(name, 'light'),
    pictureFile(name, 'dark'),
  ]);

  it('shows the pictures that `npm run pictures` takes, in their order, light and dark', () => {
    assert.deepEqual([...new Set(shown)].toSorted(), taken.toSorted());
    const order = pictureNames.map((name) => readme.indexOf(pictureFile(name, 'dark')));
    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
    );
    const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    assert.equal(manifest.scripts['pictures'], 'node --import=tsx scripts/pictures.mts');
    assert.deepEqual(Object.keys(pictureThemes), ['light', 'dark']);
  });

  it('has them all, none too large, and nothing else beside them', () => {
    assert.deepEqual(
      readdirSync(join(root, pictureFolder)).map((name) => `${pictureFolder}/${name}`),
      taken.toSorted(),
    );
    for (const file of taken) {
      const { size } = statSync(join(root, file));
      assert.ok(size > 10_000 && size <= largestPicture, `${file}: ${size}`);
      assert.equal(ships(file), false, `${file} ships`);
    }
  });

  it('says in words what each of them shows', () => {
    const described = [...readme.matchAll(/<img[^>]*\balt="([^"]*)"/g)].map(
      ([, text = '']) => text,
    );
    assert.equal(described.length, pictureNames.length);
    for (const text of described) assert.ok(text.length > 40, text);
  });

  it('ships without them, since there is no address that they could be loaded from', () => {
    const shipped = withoutDeadLinks(readme);
    assert.doesNotMatch(shipped, /<picture|<img|<source/);
    assert.ok(shipped.includes('What it does'));
  });

  it('says the right number of questions, topics and snippets', async () => {
    const { bank } = await realBank();
    const [, questions, topics, snippets] =
      /(\d+) questions in (\w+) topics, [^.]*?(\d+)\s+snippets/.exec(readme.replace(/\s+/g, ' ')) ??
      [];
    assert.deepEqual(
      [Number(questions), numbers.indexOf(topics ?? ''), Number(snippets)],
      [bank.questions.length, bank.topics.length, bank.snippets.length],
    );
  });

  it('says the right number of practice problems and weeks, and the oldest Node.js', async () => {
    const { bank } = await realBank();
    const known = new Set(bank.questions.map(({ id }) => id));
    const { material } = await loadMaterialFolder(join(root, 'material'), (id) => known.has(id));
    const { practice, plan } = material ?? assert.fail('No material.');
    const words = readme.replace(/\s+/g, ' ');
    const numberBefore = (text: string): string | undefined =>
      new RegExp(`(\\w+) ${text}`).exec(words)?.[1];
    assert.equal(numberBefore('live-coding problems'), String(practice.length));
    assert.equal(numberBefore('weeks, a final week'), numbers[plan.weeks.length]);
    assert.match(words, new RegExp(`Node\\.js ${oldestMajor} is the oldest that is accepted`));
  });

  it('names only commands, filters, keys and settings that there are', async () => {
    const manifest = JSON.parse(read('package.json')) as {
      contributes: {
        commands: { title: string }[];
        keybindings: { key: string }[];
        configuration: { properties: object }[];
      };
    };
    const strings = JSON.parse(read('package.nls.json')) as Record<string, string>;
    const titles = new Set(
      manifest.contributes.commands.map(({ title }) => strings[title.replaceAll('%', '')]),
    );
    // What is in italics is a command, unless it is a verdict or the name of a view.
    const others = new Set([
      'exact',
      'possible',
      'wrong',
      'Predict',
      'Questions',
      'In This File',
      'Loopwise',
    ]);
    const named = [...readme.matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)]
      .map(([, text = '']) => text.replace(/^Loopwise: /, ''))
      .filter((text) => !others.has(text));
    assert.ok(named.length >= 5);
    assert.deepEqual(
      named.filter((text) => !titles.has(text) && !titles.has(`${text}…`)),
      [],
    );
    const settings = manifest.contributes.configuration.flatMap(({ properties }) =>
      Object.keys(properties),
    );
    const { command } = await import('../../../src/features/settings/ids.ts');
    const ids = [...readme.matchAll(/`(loopwise\.[\w.]+)`/g)].map(([, id = '']) => id);
    assert.deepEqual(
      ids.filter(
        (id) => !settings.includes(id) && !(Object.values(command) as string[]).includes(id),
      ),
      [],
    );
    const { parseQuery } = await import('../../../src/bank/query.ts');
    const queries = [...readme.matchAll(/`([a-z]+:[a-z][^`]*)`/g)].map(([, query = '']) => query);
    assert.ok(queries.length > 0);
    const { bank } = await realBank();
    for (const query of queries) {
      const { unknown, filters } = parseQuery(query, () => bank.topics.map(({ id }) => id));
      assert.deepEqual([unknown, filters.length > 0], [[], true], query);
    }
    const keys = manifest.contributes.keybindings.map(({ key }) => key.toLowerCase());
    const pressed = [...readme.matchAll(/<kbd>([^<]+)<\/kbd>/g)].map(([, key = '']) =>
      key.toLowerCase(),
    );
    assert.deepEqual(
      pressed.filter((key) => !keys.includes(key)),
      [],
    );
  });
});

const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');
