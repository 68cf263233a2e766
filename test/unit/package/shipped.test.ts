import assert from 'node:assert/strict';
import { ships, shipsSomeOf, withoutDeadLinks } from '../../../scripts/lib/shipped.mts';

describe('What ships', () => {
  it('is what the allow-list names', () => {
    const yes = ['package.json', 'package.nls.de.json', 'docs/security.md', 'packs/a/b/c.yml'];
    const no = ['package-lock.json', 'src/extension.ts', 'docsx/a.md', 'l10n', 'test/README.md'];
    assert.deepEqual([...yes, ...no].filter(ships), yes);
    const entries = ['media', 'package.nls.json', 'LICENSE', 'src', 'packages', 'node_modules'];
    assert.deepEqual(entries.filter(shipsSomeOf), ['media', 'package.nls.json', 'LICENSE']);
  });

  it('links to nothing else', () => {
    const readme = [
      '[a](docs/security.md#limits) [b](ARCHITECTURE.md)',
      '[c](https://nodejs.org/) [d](#more)',
      '[`e`](./src/extension.ts)',
    ].join('\n');
    assert.equal(
      withoutDeadLinks(readme),
      '[a](docs/security.md#limits) b\n[c](https://nodejs.org/) [d](#more)\n`e`',
    );
  });
});
