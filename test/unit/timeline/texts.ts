import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';
import type { TimelineTexts } from '../../../src/shared/timeline-texts.ts';

const source = join(import.meta.dirname, '../../../src/features/predict/timeline-texts.lazy.ts');

/** The English words that the host sends, read without a host. */
export function timelineTexts(): TimelineTexts {
  const { outputFiles } = buildSync({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const module: { exports: { timelineTexts?: () => TimelineTexts } } = { exports: {} };
  const vscode = { l10n: { t: (text: string) => text } };
  const code = `(function (module, require) { ${outputFiles[0]?.text ?? ''} })`;
  const load = runInThisContext(code) as (into: typeof module, require: () => unknown) => void;
  load(module, () => vscode);
  if (!module.exports.timelineTexts) throw new Error('The texts were not built.');
  return module.exports.timelineTexts();
}
