import assert from 'node:assert/strict';
import { basename, dirname, extname } from 'node:path';
import type { Major } from '../../../../scripts/nodes.mts';
import { inRoot } from '../../../../scripts/lib/paths.mts';
import { isVerified, readVerified } from '../../../../scripts/lib/verified.mts';
import type { VerifiedFile } from '../../../../scripts/lib/verified.mts';
import { complaintsAbout } from '../../explain/complaints.ts';
import { assertValid } from '../../trace/assert-valid.ts';
import { complaintAbout, expectationOn } from '../judge-run.ts';
import { realBank, realFiles, realPacks } from '../real-bank.ts';
import { atOnce, realNodes } from '../real-runs.ts';
import type { RealNodes } from '../real-runs.ts';
import { testedOn } from '../tested-on.ts';

/**
 * One that `npm run verify` has run many times, idle and under load, is run once more. A race shows its
 * rarer orders only now and then.
 */
const runs = { verified: 1, steady: 3, race: 25 };

/**
 * Runs snippets on one Node and holds what it prints, and how the order is explained, against its
 * expectation. The first run is recorded and has only the permissions that the snippet declares, as a
 * user's run.
 * One file per Node calls this, so that they are tested side by side.
 */
export function describeSnippetsOn(major: Major): void {
  describe(`what a snippet prints on Node ${major} is what its expectation allows`, function () {
    this.timeout(300_000);
    let nodes: RealNodes;
    let verified: VerifiedFile | undefined;

    before(async () => {
      verified = await readVerified(inRoot('questions', 'verified.json'));
      nodes = await realNodes();
    });
    after(() => nodes.remove());

    for (const { file, pack } of realFiles('.cjs', '.mjs')) {
      if (!testedOn(basename(file)).includes(major)) continue;
      it(file, async () => {
        const packs = await realPacks();
        const bank =
          pack === undefined
            ? (await realBank()).bank
            : packs.find((one) => one.pack?.id === pack)?.bank;
        const id = `${basename(dirname(file))}/${basename(file, extname(file))}`;
        const full = pack === undefined ? id : `${pack}/${id}`;
        const snippet = bank?.snippets.find((candidate) => candidate.id === full);
        assert.ok(snippet, `${full} has mistakes, see the test of the real bank`);
        const unknown = snippet.race === undefined ? runs.steady : runs.race;
        const times = isVerified(verified, snippet) ? runs.verified : unknown;
        const wrong = new Set<string>();
        await atOnce(2, Array(times).keys(), async (time) => {
          const asUser = time === 0;
          const permissions = asUser ? snippet.permissions : undefined;
          const result = await nodes.run(major, snippet.kind, snippet.code, permissions, asUser);
          const expect = expectationOn(snippet, major);
          const complaint = complaintAbout(result, expect);
          if (asUser) {
            const trace = result.trace ?? assert.fail();
            assertValid(trace, result.lines);
            for (const one of complaintsAbout(trace, expect)) wrong.add(`Explained wrong: ${one}`);
          }
          const how = permissions ? `Recorded, with permissions [${permissions.join(', ')}]: ` : '';
          if (complaint !== undefined) wrong.add(`${how}${complaint}`);
        });
        assert.equal([...wrong].sort().join('\n'), '');
      });
    }
  });
}
