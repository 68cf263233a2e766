import { readdir, realpath } from 'node:fs/promises';
import { dirname, posix, sep, win32 } from 'node:path';
import type { AskNode } from './ask-node.ts';
import { distinctBy } from './distinct-by.ts';
import { NoNodeError, oldestMajor } from './errors.ts';
import type { NodeProblem, Refusal } from './errors.ts';
import { mapAtMost } from '../collections/map-at-most.ts';
import type { Runtime, RuntimeOrigin } from './model.ts';
import { nodeCandidates } from './node-candidates.ts';
import type { Candidate, ListFolder, NodePlaces } from './node-candidates.ts';

/** Programs that are asked for their version at the same time. */
const atOnce = 4;

/**
 * The Node to run snippets with: the setting's, else the first of `nodeCandidates` that works.
 * @throws NoNodeError when the setting names one that does not work, or when none works
 */
export async function chooseRuntime(
  places: NodePlaces,
  ask: AskNode,
  listFolder = listWithNode,
): Promise<Runtime> {
  const named = settingPath(places);
  if (named !== undefined) return fromSetting(named, places, ask);
  const tried: Refusal[] = [];
  for (const candidate of await nodeCandidates(places, listFolder)) {
    const result = await tryCandidate(candidate, places, ask);
    if (result.kind === 'runtime') return result.runtime;
    if (result.kind === 'refused') tried.push(result.refusal);
  }
  const distinct = distinctBy(tried, ({ path }) => path);
  throw new NoNodeError(distinct, false);
}

/** A Node that works, with all the ways that lead to it; `origin` is the first of them. */
export interface FoundRuntime extends Runtime {
  readonly origins: readonly RuntimeOrigin[];
}

export interface FoundNodes {
  /** The first choice first. */
  readonly runtimes: readonly FoundRuntime[];
  /** Those that were found and don't work, and why. */
  readonly refused: readonly Refusal[];
}

/**
 * Every Node of this machine. The one that the setting names comes first; a program that several
 * ways lead to comes once. Only where a Node has to be is one that is missing told of.
 */
export async function findNodes(
  places: NodePlaces,
  ask: AskNode,
  listFolder = listWithNode,
): Promise<FoundNodes> {
  const named = settingPath(places);
  const results = await mapAtMost(await nodeCandidates(places, listFolder), atOnce, (candidate) =>
    tryCandidate(candidate, places, ask),
  );
  if (named !== undefined) results.unshift(await trySetting(named, places, ask));
  const runtimes = results.flatMap((result) => (result.kind === 'runtime' ? [result.runtime] : []));
  return {
    runtimes: await merged(runtimes),
    refused: distinctBy(
      results.flatMap((result) => (result.kind === 'refused' ? [result.refusal] : [])),
      ({ path }) => path,
    ),
  };
}

/** Different ways often lead to the same program: by links, shims, or both. */
async function merged(runtimes: readonly Runtime[]): Promise<FoundRuntime[]> {
  const found = new Map<string, { first: Runtime; origins: Set<RuntimeOrigin> }>();
  for (const runtime of runtimes) {
    const file = await realpath(runtime.path).catch(() => runtime.path);
    const known = found.get(file);
    if (known) known.origins.add(runtime.origin);
    else found.set(file, { first: runtime, origins: new Set([runtime.origin]) });
  }
  return [...found.values()].map(({ first, origins }) => ({ ...first, origins: [...origins] }));
}

type Tried =
  | { readonly kind: 'runtime'; readonly runtime: Runtime }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'missing' };

async function tryCandidate(
  candidate: Candidate,
  places: NodePlaces,
  ask: AskNode,
): Promise<Tried> {
  const { path, origin, electron } = candidate;
  if (origin !== 'editor' && (await isUntrusted(path, places))) {
    return refused(path, { kind: 'notTrusted' });
  }
  const answer = await ask(candidate);
  if (answer.kind === 'missing') {
    return candidate.expected === true ? refused(path, { kind: 'incomplete' }) : answer;
  }
  if (answer.kind === 'broken') return refused(path, answer.problem);
  if (Number.parseInt(answer.version, 10) < oldestMajor) {
    return refused(path, { kind: 'tooOld', version: answer.version });
  }
  return {
    kind: 'runtime',
    runtime: { path: answer.path, version: answer.version, origin, electron },
  };
}

/** Where the path leads counts, and where it is: either may be under the workspace's control. */
async function isUntrusted(path: string, { untrusted = [] }: NodePlaces): Promise<boolean> {
  if (untrusted.length === 0) return false;
  const real = (place: string) => realpath(place).catch(() => place);
  const places = [path, await real(path), await real(dirname(path))];
  for (const folder of untrusted) {
    for (const root of [folder, await real(folder)]) {
      if (places.some((place) => place === root || place.startsWith(root + sep))) return true;
    }
  }
  return false;
}

const refused = (path: string, problem: NodeProblem): Extract<Tried, { kind: 'refused' }> => ({
  kind: 'refused',
  refusal: { path, problem },
});

function settingPath({ setting, home }: NodePlaces): string | undefined {
  const path = setting.trim().replace(/^~(?=$|[\\/])/, home);
  return path === '' ? undefined : path;
}

async function trySetting(
  path: string,
  places: NodePlaces,
  ask: AskNode,
): Promise<Exclude<Tried, { kind: 'missing' }>> {
  const absolute = (places.platform === 'win32' ? win32 : posix).isAbsolute(path);
  if (!absolute) return refused(path, { kind: 'notAbsolute' });
  const result = await tryCandidate({ path, origin: 'setting', electron: false }, places, ask);
  return result.kind === 'missing' ? refused(path, { kind: 'missing' }) : result;
}

async function fromSetting(path: string, places: NodePlaces, ask: AskNode): Promise<Runtime> {
  const result = await trySetting(path, places, ask);
  if (result.kind === 'runtime') return result.runtime;
  throw new NoNodeError([result.refusal], true);
}

const listWithNode: ListFolder = (path) => readdir(path).catch(() => []);
