import { readdir } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { AskNode } from './ask-node.ts';
import { distinctBy } from './distinct-by.ts';
import { NoNodeError } from './errors.ts';
import type { Refusal } from './errors.ts';
import type { Runtime } from './model.ts';
import { nodeCandidates } from './node-candidates.ts';
import type { Candidate, ListFolder, NodePlaces } from './node-candidates.ts';

/** Older ones differ in what snippets print, and nobody maintains them. */
export const oldestMajor = 20;

/**
 * The Node to run snippets with: the setting's, else the first of `nodeCandidates` that works.
 * @throws NoNodeError when the setting names one that does not work, or when none works
 */
export async function chooseRuntime(
  places: NodePlaces,
  ask: AskNode,
  listFolder = listWithNode,
): Promise<Runtime> {
  if (places.setting.trim() !== '') return fromSetting(places, ask);
  const tried: Refusal[] = [];
  for (const candidate of await nodeCandidates(places, listFolder)) {
    const result = await tryCandidate(candidate, ask);
    if (result.kind === 'runtime') return result.runtime;
    if (result.kind === 'refused') tried.push(result.refusal);
  }
  throw new NoNodeError(noneWorks(tried), tried);
}

/** Every Node that works, the first choice first, and those that do not with the reason. */
export async function findNodes(
  places: NodePlaces,
  ask: AskNode,
  listFolder = listWithNode,
): Promise<{ readonly runtimes: readonly Runtime[]; readonly refused: readonly Refusal[] }> {
  const candidates = await nodeCandidates(places, listFolder);
  const results = await Promise.all(candidates.map((candidate) => tryCandidate(candidate, ask)));
  const runtimes = results.flatMap((result) => (result.kind === 'runtime' ? [result.runtime] : []));
  return {
    // Different ways often lead to the same program.
    runtimes: distinctBy(runtimes, ({ path }) => path),
    refused: results.flatMap((result) => (result.kind === 'refused' ? [result.refusal] : [])),
  };
}

type Tried =
  | { readonly kind: 'runtime'; readonly runtime: Runtime }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'missing' };

async function tryCandidate(candidate: Candidate, ask: AskNode): Promise<Tried> {
  const answer = await ask(candidate);
  if (answer.kind === 'missing') return answer;
  if (answer.kind === 'broken') return refused(candidate.path, answer.reason);
  if (Number.parseInt(answer.version, 10) < oldestMajor) {
    const reason = `is version ${answer.version}; snippets need Node.js ${oldestMajor} or newer`;
    return refused(candidate.path, reason);
  }
  return { kind: 'runtime', runtime: { ...candidate, version: answer.version, path: answer.path } };
}

const refused = (path: string, reason: string): Tried => ({
  kind: 'refused',
  refusal: { path, reason },
});

async function fromSetting(
  { setting, home, platform }: NodePlaces,
  ask: AskNode,
): Promise<Runtime> {
  const path = setting.trim().replace(/^~(?=$|[\\/])/, home);
  const absolute = (platform === 'win32' ? win32 : posix).isAbsolute(path);
  const result: Tried = absolute
    ? await tryCandidate({ path, origin: 'setting', electron: false }, ask)
    : refused(path, 'is not an absolute path');
  if (result.kind === 'runtime') return result.runtime;
  const refusal = result.kind === 'refused' ? result.refusal : { path, reason: 'does not exist' };
  throw new NoNodeError(
    `The setting loopwise.node.path names ${refusal.path}, which ${refusal.reason}. ` +
      'Change the setting to the path of a Node.js program, or clear it to have one found.',
    [refusal],
  );
}

function noneWorks(tried: readonly Refusal[]): string {
  const found =
    tried.length === 0
      ? 'None is on the PATH or where version managers (nvm, fnm, Volta, asdf, mise, n) install it.'
      : `Found, but not usable: ${tried.map(({ path, reason }) => `${path} ${reason}`).join('. ')}.`;
  return (
    `No Node.js was found that can run snippets. ${found} Install Node.js ${oldestMajor} or newer ` +
    'from nodejs.org, or set loopwise.node.path to the path of one.'
  );
}

const listWithNode: ListFolder = (path) => readdir(path).catch(() => []);
