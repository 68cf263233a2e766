import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ModuleKind } from '../../../src/bank/model.ts';
import { orderExplainer } from '../../../src/explain/explain-order.ts';
import { displayText } from '../../../src/order/line-text.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import type { Trace } from '../../../src/trace/model.ts';

/** A program of `test/fixtures/programs`, which are run in full and by themselves. */
export interface FixtureProgram {
  /** `timers/race.cjs` */
  readonly name: string;
  readonly kind: ModuleKind;
  readonly code: string;
}

const fixtures = join(import.meta.dirname, '../../fixtures');

/** All of them; a module that others import (`data.mjs`) is not one. */
export const fixturePrograms = (): FixtureProgram[] => programsIn(join(fixtures, 'programs'));

/** Programs as users write them to ask about: several kinds of callbacks in one. */
export const ownPrograms = (): FixtureProgram[] => programsIn(join(fixtures, 'own-code'));

function programsIn(folder: string): FixtureProgram[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[cm]js$/.test(path) && !path.endsWith('data.mjs'))
    .sort()
    .map((path) => ({
      name: relative(folder, join(folder, path)).replaceAll('\\', '/'),
      kind: path.endsWith('.mjs') ? 'mjs' : 'cjs',
      code: readFileSync(join(folder, path), 'utf8'),
    }));
}

/** What recorded runs said of a program's lines, held against the runs that were not recorded. */
export interface HeldAgainstRuns {
  /** Pairs called certain that came the other way round: false. */
  readonly wrong: readonly string[];
  /** Neighbours called a race that every run had in one order: to be read. */
  readonly fixed: readonly string[];
  readonly pairs: number;
}

/** Any two lines whose text is there once; what is there twice can't be told apart. */
export function holdAgainstRuns(
  traces: readonly Trace[],
  runs: readonly (readonly OutputLine[])[],
): HeldAgainstRuns {
  const outputs = [...runs, ...traces.map(({ lines }) => lines)].map(placesOf);
  const wrong = new Map<string, string>();
  const fixed = new Map<string, string>();
  let pairs = 0;
  for (const trace of traces) {
    const explain = orderExplainer(trace);
    const texts = trace.lines.map(displayText);
    for (let later = 1; later < texts.length; later++) {
      for (let earlier = 0; earlier < later; earlier++) {
        const [one = '', other = ''] = [texts[earlier], texts[later]];
        const explanation = explain(earlier, later);
        if (!explanation) continue;
        pairs += 1;
        const turned = outputs.filter((places) => isTurned(places, one, other)).length;
        const said = `"${one}", "${other}": ${explanation.rule}, ${explanation.certainty}`;
        const { certainty, text } = explanation;
        const key = `${one}\n${other}`;
        if (certainty === 'certain' && turned > 0) {
          wrong.set(key, `${said}, turned in ${turned} of ${outputs.length} runs. ${text}`);
        }
        if (certainty === 'race' && turned === 0 && earlier === later - 1) {
          fixed.set(key, `${said}, in all of ${outputs.length} runs. ${text}`);
        }
      }
    }
  }
  return { wrong: [...wrong.values()], fixed: [...fixed.values()], pairs };
}

/** The places of the texts that an output has once. */
function placesOf(lines: readonly OutputLine[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  lines.forEach((line, at) => {
    const text = displayText(line);
    if (places.has(text)) twice.add(text);
    places.set(text, at);
  });
  for (const text of twice) places.delete(text);
  return places;
}

function isTurned(places: ReadonlyMap<string, number>, earlier: string, later: string): boolean {
  const [one, other] = [places.get(earlier), places.get(later)];
  return one !== undefined && other !== undefined && one > other;
}
