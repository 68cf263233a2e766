import type { ModuleKind } from '../../bank/model.ts';
import type { OutputLine } from '../../order/output.ts';
import type { Explanation } from '../../trace/explanation.ts';

/** A known reason for which the same code prints different things in different places. */
export type Difference =
  /** Promise jobs before `nextTick` callbacks, since a module's body is a promise job. */
  | { readonly kind: 'moduleBody' }
  /** `this` and assignments without a declaration mean something else in strict mode. */
  | { readonly kind: 'strictMode' }
  /** The snippet's author says what other versions print. */
  | { readonly kind: 'variants' }
  /** The texts of errors are V8's, which words them anew from time to time. */
  | { readonly kind: 'errorTexts' }
  /** 22: a module whose top-level await never settles ends with code 13 as its exit handlers see it. */
  | { readonly kind: 'unsettledAwait' }
  /** 24: a warning for a delay below zero. */
  | { readonly kind: 'negativeDelay' }
  /** 26: `for await` over a readable stream gets what was pushed piece by piece. */
  | { readonly kind: 'streamChunks' }
  /** It prints something else from run to run on one and the same Node. */
  | { readonly kind: 'race' }
  /** The rule by which two lines race that one output has the other way round. */
  | { readonly kind: 'rule'; readonly explanation: Explanation }
  /** The same lines in another order, and the record does not say why. */
  | { readonly kind: 'maybeRace' }
  /** Nothing of this. */
  | { readonly kind: 'unexplained' };

/** One Node's output of one kind of module, for a comparison. */
export interface NodeOutputs {
  readonly kind: ModuleKind;
  readonly major: number;
  readonly outputs: readonly (readonly OutputLine[])[];
}

export interface Compared {
  readonly code: string;
  readonly places: readonly NodeOutputs[];
  /** The snippet's author says that versions differ. */
  readonly hasVariants: boolean;
  /** Its author says that more than one order is possible. */
  readonly mayRace: boolean;
  /** By recorded runs: why lines that another output has the other way round came as they did. */
  readonly reordered: readonly Explanation[];
}

/**
 * The rules that explain why places differ, the most telling first. The differences between
 * versions were measured on Node 20 to 26.
 */
export function explainDifferences(compared: Compared): Difference[] {
  const { code, places, hasVariants, reordered } = compared;
  const rules = reordered.filter(({ certainty }) => certainty === 'race').slice(0, shownRules);
  const varies = places.some(({ outputs }) => outputs.length > 1);
  const races = compared.mayRace || varies || rules.length > 0;
  const steady = places.filter(({ outputs }) => outputs.length === 1);
  const byKind = differByKind(steady) ? kindReasons(code, steady) : undefined;
  const byVersion = differByVersion(steady) ? versionReasons(code, steady, hasVariants) : undefined;
  const unexplained = !races && (byKind?.length === 0 || byVersion?.length === 0);
  const race =
    races && (byKind !== undefined || byVersion !== undefined || places.length > steady.length);
  return [
    ...(race ? [{ kind: 'race' } as const] : []),
    ...rules.map((explanation) => ({ kind: 'rule', explanation }) as const),
    ...(byKind ?? []),
    ...(byVersion ?? []),
    ...(unexplained
      ? [{ kind: mayBeRace(steady, reordered) ? 'maybeRace' : 'unexplained' } as const]
      : []),
  ];
}

/** Rules beyond these say little more. */
export const shownRules = 3;

/** Three runs may all go one way; but what rules fix does not turn around by chance. */
function mayBeRace(places: readonly NodeOutputs[], reordered: readonly Explanation[]): boolean {
  const isFixed =
    reordered.length > 0 && reordered.every(({ certainty }) => certainty === 'certain');
  return !isFixed && sameLines(places);
}

function kindReasons(code: string, places: readonly NodeOutputs[]): Difference[] {
  const reasons: Difference[] = [];
  if (/\bnextTick\b/.test(code) && places.some(({ kind }) => kind === 'mjs')) {
    reasons.push({ kind: 'moduleBody' });
  }
  if (/\bthis\b|\barguments\b/.test(code)) reasons.push({ kind: 'strictMode' });
  return reasons;
}

function versionReasons(
  code: string,
  places: readonly NodeOutputs[],
  hasVariants: boolean,
): Difference[] {
  const texts = places.flatMap(({ outputs }) => outputs.flat());
  const applies: readonly [Difference, boolean][] = [
    [{ kind: 'variants' }, hasVariants],
    [{ kind: 'negativeDelay' }, texts.some(({ text }) => text.includes('TimeoutNegativeWarning'))],
    [
      { kind: 'streamChunks' },
      straddles(places, 26) && /\bfor\s+await\b/.test(code) && /Readable|stream/.test(code),
    ],
    [
      { kind: 'unsettledAwait' },
      straddles(places, 22) && /\bawait\b/.test(code) && /['"]exit['"]|exitCode/.test(code),
    ],
    [{ kind: 'errorTexts' }, onlyErrorsDiffer(places)],
  ];
  return applies.flatMap(([difference, yes]) => (yes ? [difference] : []));
}

/** Whether some of the places are older than a major, and some are not. */
function straddles(places: readonly NodeOutputs[], major: number): boolean {
  return (
    places.some((place) => place.major < major) && places.some((place) => place.major >= major)
  );
}

const differByKind = (places: readonly NodeOutputs[]): boolean =>
  places.some((a) => places.some((b) => a.major === b.major && a.kind !== b.kind && differ(a, b)));

const differByVersion = (places: readonly NodeOutputs[]): boolean =>
  places.some((a) => places.some((b) => a.major !== b.major && a.kind === b.kind && differ(a, b)));

const differ = (a: NodeOutputs, b: NodeOutputs): boolean =>
  JSON.stringify(a.outputs) !== JSON.stringify(b.outputs);

function sameLines(places: readonly NodeOutputs[]): boolean {
  const sets = places.map(({ outputs }) =>
    JSON.stringify(
      outputs
        .flat()
        .map(({ stream, text }) => `${stream} ${text}`)
        .sort(),
    ),
  );
  return new Set(sets).size === 1;
}

function onlyErrorsDiffer(places: readonly NodeOutputs[]): boolean {
  const ordinary = (place: NodeOutputs): string =>
    JSON.stringify(place.outputs.flat().filter(({ stream }) => stream === 'stdout'));
  const kinds = new Set(places.map((place) => `${place.kind} ${ordinary(place)}`));
  return (
    kinds.size === new Set(places.map(({ kind }) => kind)).size &&
    places.some(({ outputs }) => outputs.flat().some(({ stream }) => stream !== 'stdout'))
  );
}
