import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runOnServer } from '../scripts/lib/suite-on-server.mts';
import { buildSuite } from './build-suite.ts';

const here = import.meta.dirname;

export interface NastyInputs {
  /** Of each input, as soon as all were given. */
  readonly tell?: (input: string, ms: number, clockMs: number) => void;
  /** Only the inputs whose name it matches; a regular expression. */
  readonly only?: string | undefined;
  /** Where to write, for each input, what the host did in its longest stop. */
  readonly profile?: string | undefined;
}

/** In milliseconds. */
export interface LongestBlocks {
  readonly hostLongestBlockMs: number;
  /** Of the inputs that print 10,000 lines beside the code of an editor. */
  readonly inlineLongestBlockMs?: number;
}

/**
 * The longest time for which the thread of the extension host worked at one thing and did nothing else, over
 * nasty inputs to the packaged extension in a real window.
 * @param folder where working files may go
 */
export async function measureHostBlock(
  vsix: string,
  folder: string,
  { tell, only, profile }: NastyInputs = {},
): Promise<LongestBlocks> {
  const tests = join(folder, 'host-block');
  await buildSuite('host-block-suite', tests);
  const file = join(folder, 'host-block.json');
  const code = await runOnServer({
    // The window under test needs some extension in development to run a suite.
    extension: join(here, 'host-extension'),
    tests,
    workspace: join(here, '..', 'test', 'fixtures', 'sample-workspace'),
    env: { LOOPWISE_BENCH: JSON.stringify({ file, only, profile }) },
    mark: 'bench: ',
    limit: 900_000,
    vsixes: [vsix],
  });
  const blocks = JSON.parse(await readFile(file, 'utf8')) as Record<
    string,
    { ms: number; clockMs: number }
  >;
  for (const [input, { ms, clockMs }] of Object.entries(blocks)) tell?.(input, ms, clockMs);
  if (code !== 0) {
    const last = Object.keys(blocks).at(-1) ?? 'the beginning';
    throw new Error(`The nasty inputs could not be given; the last one that worked: ${last}.`);
  }
  const longestOf = (of: (input: string) => boolean): number =>
    Math.max(...Object.keys(blocks).map((input) => (of(input) ? (blocks[input]?.ms ?? 0) : 0)));
  const isInline = (input: string): boolean => input.startsWith('inline: ');
  return {
    hostLongestBlockMs: longestOf(() => true),
    ...(Object.keys(blocks).some(isInline) && { inlineLongestBlockMs: longestOf(isInline) }),
  };
}
