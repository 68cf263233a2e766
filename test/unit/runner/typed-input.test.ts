import assert from 'node:assert/strict';
import type { StandardInput } from '../../../src/runner/model.ts';
import { majors, shown, useRunWorld } from './run-world.ts';

describe('Standard input that is typed', function () {
  this.timeout(60_000);
  const world = useRunWorld();

  /** Each reads `Ada` and says so; what they do before that differs. */
  const readers = {
    readline: `
      const lines = require('node:readline').createInterface({ input: process.stdin });
      lines.question('Name? ', (name) => { console.log('Hello ' + name); lines.close(); });`,
    'readline with a prompt': `
      const lines = require('node:readline').createInterface({ input: process.stdin, output: process.stdout });
      lines.question('Name? ', (name) => { console.log('Hello ' + name); lines.close(); });`,
    'data events': `
      process.stdin.once('data', (data) => { console.log('Hello ' + String(data).trim()); process.stdin.destroy(); });`,
    'an async iterator': `
      (async () => {
        for await (const data of process.stdin) { console.log('Hello ' + String(data).trim()); break; }
      })();`,
  };
  for (const [name, code] of Object.entries(readers)) {
    for (const major of majors) {
      for (const trace of [true, false]) {
        it(`reaches ${name} on Node ${major}, ${trace ? 'recorded' : 'not recorded'}`, async () => {
          const result = await world.run(code, {
            ...{ major, trace },
            onRead: (input) => input.write('Ada\n'),
          });
          assert.equal(result.ended, 'exit');
          assert.match(shown(result).join('\n'), /Hello Ada$/);
          assert.equal(result.waitedForInput, false);
        });
      }
    }
  }

  it('reaches a read that blocks, once it has ended', async () => {
    const code = `console.log(JSON.stringify(require('node:fs').readFileSync(0, 'utf8')))`;
    const result = await world.run(code, {
      onRead(input) {
        input.write('one\n');
        input.write('zwei – ü\n');
        input.end();
      },
    });
    assert.deepEqual(shown(result), ['"one\\nzwei – ü\\n"']);
  });

  it('may take longer than the limit on time, which counts again from its end', async () => {
    // The program itself takes the time, so that no test has to.
    const code = `
      process.stdin.setEncoding('utf8').on('data', (data) => {
        setTimeout(() => console.log('read ' + data.trim()), 900);
      });
      process.stdin.on('end', () => { for (;;); });`;
    let input: StandardInput | undefined;
    const result = await world.run(code, {
      limits: { timeMs: 300 },
      onRead(opened) {
        input = opened;
        input.write('a\n');
      },
      onLine: () => input?.end(),
    });
    assert.deepEqual(shown(result), ['read a']);
    assert.equal(result.ended, 'time');
    assert.equal(result.waitedForInput, false);
  });

  it('is asked for once, after what was written before it, also without a line break', async () => {
    const heard: string[] = [];
    const code = `
      process.stdout.write('Name? ');
      process.stderr.write('(please)');
      const lines = require('node:readline').createInterface({ input: process.stdin });
      lines.on('line', (line) => { if (line === 'b') lines.close(); else process.stdout.write('Again? '); });`;
    let input: StandardInput | undefined;
    await world.run(code, {
      onText: ({ stream, text }) => {
        heard.push(`${stream}:${text}`);
        if (text === 'Again? ') input?.write('b\n');
      },
      onRead(opened) {
        heard.push('read');
        input = opened;
        input.write('a\n');
      },
    });
    assert.deepEqual(heard, ['stdout:Name? ', 'stderr:(please)', 'read', 'stdout:Again? ']);
  });

  it('goes nowhere once the run is over', async () => {
    let input: StandardInput | undefined;
    const result = await world.run(`process.stdin.once('data', () => process.exit(3))`, {
      onRead(opened) {
        input = opened;
        input.write('x\n');
      },
    });
    assert.equal(result.exitCode, 3);
    input?.write('y\n');
    input?.end();
  });

  it('is not asked for by a program that only looks at it', async () => {
    let asked = 0;
    await world.run(`console.log(typeof process.stdin.on)`, { onRead: () => asked++ });
    assert.equal(asked, 0);
  });
});
