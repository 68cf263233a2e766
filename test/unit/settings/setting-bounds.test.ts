import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { setting } from '../../../src/features/settings/ids.ts';
import { bounded, settingBounds } from '../../../src/features/settings/setting-bounds.ts';

interface Property {
  readonly type: string;
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

describe('The bounds of a setting', () => {
  const manifest = JSON.parse(
    readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
  ) as {
    contributes: { configuration: { properties: Record<string, Property> }[] };
  };
  const properties = new Map(
    manifest.contributes.configuration.flatMap((group) => Object.entries(group.properties)),
  );

  it('are those of the manifest, for each number in it', () => {
    const numbers = [...properties].filter(([, { type }]) => /^(number|integer)$/.test(type));
    assert.deepEqual(
      Object.fromEntries(
        Object.entries(settingBounds).map(([name, { integer, ...rest }]) => [
          `loopwise.${name}`,
          { ...rest, type: integer ? 'integer' : 'number' },
        ]),
      ),
      Object.fromEntries(
        numbers.map(([name, { type, minimum, maximum, default: usual }]) => [
          name,
          { minimum, maximum, default: usual, type },
        ]),
      ),
    );
  });

  it('hold whatever a settings file holds', () => {
    const anything = fc.oneof(fc.anything(), fc.double(), fc.integer());
    fc.assert(
      fc.property(anything, fc.constantFrom(...Object.values(settingBounds)), (value, bounds) => {
        const result = bounded(value, bounds);
        assert.ok(result >= bounds.minimum && result <= bounds.maximum, String(result));
        assert.ok(!bounds.integer || Number.isInteger(result), String(result));
      }),
    );
  });

  it('move a number as little as possible, and replace what is none', () => {
    const time = settingBounds[setting.timeLimit];
    assert.deepEqual(
      [100, 0, 2.5, '7', Number.NaN, undefined].map((value) => bounded(value, time)),
      [60, 1, 2.5, 5, 5, 5],
    );
    assert.equal(bounded(63.6, settingBounds[setting.memoryLimit]), 64);
    assert.equal(bounded(1000.4, settingBounds[setting.lineLimit]), 1000);
  });
});
