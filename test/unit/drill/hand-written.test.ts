import assert from 'node:assert/strict';
import { explore } from '../../../src/drill/explore.ts';
import { printProgram } from '../../../src/drill/print-program.ts';
import { majors } from '../runner/run-world.ts';
import { handWritten } from './programs.ts';
import { runInTurn } from './runs-in-turn.ts';

describe('The model of the drill', function () {
  this.timeout(60_000);

  for (const major of majors) {
    it(`says what Node ${major} prints`, async () => {
      const programs = Object.values(handWritten);
      const codes = programs.map((one) => ({ kind: one.kind, code: printProgram(one) }));
      const printed = await runInTurn(major, codes);
      const said = programs.map((one) => explore(one, { outputs: 1, runs: 1000 }));
      assert.deepEqual(
        Object.keys(handWritten).map((name, at) => [name, printed[at]]),
        Object.keys(handWritten).map((name, at) => [name, said[at]?.outputs[0]]),
      );
      assert.deepEqual(
        Object.keys(handWritten).filter((_, at) => said[at]?.isWhole !== true),
        [],
      );
    });
  }
});
