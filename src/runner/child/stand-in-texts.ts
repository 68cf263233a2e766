import * as nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Release, StandInText } from '../protocol.ts';
import { apply, withoutPrototype, endsWith, exec } from './primordials.ts';
import { realPath } from './real-path.ts';
import { transformed } from './transform-files.ts';

interface Context {
  readonly format?: string | null;
}

interface Loaded {
  readonly format?: string | null;
  readonly source?: unknown;
}

type NextLoad = (url: string, context: Context) => Loaded;

/** From Node 22.15 on, where `@types/node` of the oldest supported version does not have it. */
type RegisterHooks = (hooks: {
  readonly load: (url: string, context: Context, next: NextLoad) => Loaded;
}) => unknown;

/**
 * Has Node load texts in place of what their files hold on disk. Everything else about a file stays:
 * its URL, its lines, its neighbours. Hooks of the loader, unlike `--import`, leave the order of a CommonJS
 * entry's ticks and promise jobs as it is.
 * @param typescript what of TypeScript is transformed
 * @early
 */
export function standInForFiles(
  texts: readonly StandInText[],
  typescript: Release['typescript'],
): void {
  if (texts.length === 0 && typescript === undefined) return;
  const known = Object.create(null) as Record<string, StandInText | undefined>;
  for (const text of texts) {
    for (const path of new Set([text.path, realPath(text.path)])) {
      known[pathToFileURL(path).href] = text;
    }
  }
  const { registerHooks } = nodeModule as unknown as { registerHooks: RegisterHooks };
  registerHooks({
    load(url, context, next) {
      const text = known[fileUrl(url)];
      if (text?.compiled === true) {
        return withoutPrototype({ format: formatOf(text), source: text.text, shortCircuit: true });
      }
      const made = typescript && transformed(fileUrl(url), typescript, text?.text, context.format);
      if (made) return made;
      if (text === undefined) return next(url, context);
      return standInFor(text, context, apply(next, undefined, [url, context]) as Loaded);
    },
  });
}

/** @param loaded what Node makes of the file on disk */
function standInFor(text: StandInText, context: Context, loaded: Loaded): Loaded {
  const source = text.text;
  const found = loaded.format;
  // What `import` loads, and neither an ending nor a package.json names the format of: Node looked
  // into the text on disk. For `require` it will look into the source that it is given here.
  const guessed = isNothing(context.format) && !isNothing(found) && text.kind !== undefined;
  if (!guessed) return withoutPrototype({ ...loaded, source });
  const ending = endsWith(found, '-typescript') ? '-typescript' : '';
  return withoutPrototype({ ...loaded, format: formatOf(text) + ending, source });
}

const formatOf = ({ kind }: StandInText) => (kind === 'mjs' ? 'module' : 'commonjs');

const isNothing = (value: unknown): value is null | undefined =>
  value === null || value === undefined;

const beforeQuery = /^[^?#]*/;

/** Without the query and the fragment, which make several modules of one file. */
const fileUrl = (url: string): string => exec(beforeQuery, url)?.[0] ?? url;
