import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shown, useRunWorld } from './run-world.ts';

describe('The text of a run', function () {
  this.timeout(60_000);
  const world = useRunWorld();

  it('is right in many languages', async () => {
    const lines = [
      'Grüße',
      'Привет',
      '你好，世界',
      'שלום עולם',
      'مرحبا',
      'नमस्ते',
      '👩‍👩‍👧‍👦 🇳🇱',
      'a\u0301',
      '\u202Ertl',
      'tab\there',
      '\u001B[31mred\u001B[0m',
    ];
    const result = await world.run(
      lines.map((line) => `console.log(${JSON.stringify(line)})`).join('\n'),
    );
    assert.deepEqual(shown(result), lines);
  });

  it('is whole when characters are split over writes', async () => {
    const result = await world.run(`
      for (const byte of Buffer.from('aé€😀\\n')) process.stdout.write(Buffer.from([byte]));
      for (const byte of Buffer.from('ü\\n')) { process.stderr.write(new Uint8Array([byte])); process.stdout.write('.') }`);
    assert.deepEqual(shown(result), ['aé€😀', 'stderr:ü', '...']);
    assert.equal(result.hasUnrecorded, undefined);
  });

  it('follows the encoding of each write', async () => {
    const result = await world.run(`
      process.stdout.write('68690a', 'hex'); process.stdout.write('aGkK', 'base64');
      process.stdout.setDefaultEncoding('hex'); process.stdout.write('610a')`);
    assert.deepEqual(shown(result), ['hi', 'hi', 'a']);
  });

  it('survives bytes that are no text, and is not doubled by them', async () => {
    const result = await world.run(`
      process.stdout.write(Buffer.from([0xff, 0xfe, 0, 0x80, 10])); process.stdout.write('\\ud800x\\n');
      process.stdout.write(Buffer.from([0xe2, 0x82])); process.stdout.write('end\\n');
      process.stderr.write(Buffer.from(Array.from({ length: 256 }, (_, i) => i)))`);
    assert.equal(result.ended, 'exit');
    assert.deepEqual(shown(result).slice(0, 3), ['\uFFFD\uFFFD\0\uFFFD', '\uFFFDx', '\uFFFDend']);
    assert.equal(result.hasUnrecorded, undefined);
  });

  const unwritten = {
    'what write refuses': `try { process.stdout.write('x', {}) } catch {} try { process.stdout.write('x', 'nope') } catch {}`,
    'what stays corked': `process.stdout.cork(); process.stdout.write('x\\n'); process.reallyExit(0)`,
    'what goes to a file that has its number': `const fs = require('node:fs'); process.stdout; fs.closeSync(1); fs.openSync('f', 'w'); process.stdout.write('x\\n'); fs.writeSync(1, 'y\\n')`,
    'what is written after its number was closed': `process.stdout.on('error', () => {}); require('node:fs').closeSync(1); process.stdout.write('x\\n')`,
  };
  for (const [name, code] of Object.entries(unwritten)) {
    it(`is not ${name}`, async () => {
      for (const major of ['20', '24', '26'] as const) {
        const { lines } = await world.run(code, { major });
        const texts = lines.filter(({ stream }) => stream === 'stdout');
        assert.deepEqual(texts, [], `on Node ${major}`);
      }
    });
  }

  it('is what was corked once that is let go', async () => {
    const code = `process.stdout.cork(); process.stdout.write('a\\n'); console.error('b'); process.stdout.uncork()`;
    assert.deepEqual(shown(await world.run(code)), ['stderr:b', 'a']);
  });

  it('ends in a replacement character where a character was not finished', async () => {
    const code = `process.stdout.write(Buffer.from([97, 0xe2, 0x82])); process.stderr.write(Buffer.from([0xf0]))`;
    assert.deepEqual(shown(await world.run(code)), ['a\uFFFD', 'stderr:\uFFFD']);
  });

  it('may be more than a stack holds, from a child process', async () => {
    // What ends the run is told by what is shown: a thousand lines come before a megabyte.
    for (const [code, limit] of [
      [`require('node:fs').appendFileSync(1, 'x\\n'.repeat(3e5))`, 'lines'],
      [`require('node:child_process').spawnSync('yes', { stdio: 'inherit' })`, 'lines'],
    ] as const) {
      const { ended, lines } = await world.run(code);
      assert.deepEqual([ended, lines.length], [limit, 1000], code);
    }
  });

  it('ends with the limit on bytes in a line without an end, from a child process', async () => {
    const code = `require('node:child_process').spawnSync('sh', ['-c', 'yes | tr -d "\\\\n"'], { stdio: 'inherit' })`;
    const { ended, lines } = await world.run(code);
    assert.equal(ended, 'bytes');
    assert.deepEqual(
      lines.map(({ text }) => /^y+$/.test(text) && text.length),
      [2 ** 20],
    );
  });

  it('keeps the words of a child process that died, which is not the program', async () => {
    const dies = `'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\\n'`;
    const code = `require('node:child_process').spawnSync(process.execPath, ['-e', "require('fs').writeSync(2, ${dies.replaceAll("'", '`')}); process.abort()"], { stdio: 'inherit' })`;
    const result = await world.run(code);
    assert.equal(result.ended, 'exit');
    assert.equal(result.exitCode, 0);
    assert.match(shown(result).join('\n'), /stderr:FATAL ERROR: Reached heap limit/);
  });

  it('may be one of which a crash report would make much work', async () => {
    const code = `require('node:child_process').spawnSync(process.execPath, ['-e', "require('fs').writeSync(2, 'FATAL ERROR: '.repeat(30000))"], { stdio: 'inherit' }); process.abort()`;
    const result = await world.run(code);
    assert.deepEqual([result.ended, result.signal], ['exit', 'SIGABRT']);
  });

  it('may be one line of a megabyte', async () => {
    const result = await world.run(`console.log('x'.repeat(1e6)); console.log('end')`);
    assert.equal(result.ended, 'exit');
    assert.deepEqual(
      result.lines.map(({ text }) => text.length),
      [1e6, 3],
    );
  });

  it('shows paths of the snippet as short as it would be beside it', async () => {
    const result = await world.run(`console.log(__filename); console.error(new Error('x'))`);
    assert.deepEqual(shown(result).slice(0, 3), [
      'snippet.cjs',
      'stderr:Error: x',
      'stderr:    at Object.<anonymous> (snippet.cjs:1:40)',
    ]);
  });

  it('includes what a child process wrote to an inherited stdout, at its place there', async () => {
    const result = await world.run(`
      const { spawnSync } = require('node:child_process');
      console.log('a'); spawnSync(process.execPath, ['-e', 'console.log("b")'], { stdio: 'inherit' }); console.log('c');
      require('node:fs').write(1, 'd\\n', () => process.stdout.end('e\\n'))`);
    assert.deepEqual(shown(result), ['a', 'b', 'c', 'd', 'e']);
    assert.equal(result.hasUnrecorded, true);
  });

  const tampering = {
    'garbage on the private pipe': `require('node:fs').writeSync(3, 'garbage\\n{"kind":"output"}\\n{"kind":1}\\nnull\\n[');`,
    'a flood on the private pipe': `for (let i = 0; i < 300; i++) require('node:fs').writeSync(3, 'x'.repeat(1e5));`,
    'a closed private pipe': `require('node:fs').closeSync(3);`,
    'another file in place of the private pipe': `require('node:fs').closeSync(3); require('node:fs').openSync('other', 'w+');`,
    'a stack that is almost full': `(function f() { try { f() } catch {} })();`,
  };
  for (const [name, code] of Object.entries(tampering)) {
    it(`is not lost by ${name}`, async () => {
      const result = await world.run(
        `${code} console.log('a'); console.error('b'); process.exitCode = 2`,
      );
      assert.deepEqual(shown(result).toSorted(), ['a', 'exit:2', 'stderr:b']);
    });
  }

  it('does not leak records into a file that got the number of the private pipe', async () => {
    const result = await world.run(`
      const fs = require('node:fs'); fs.closeSync(3);
      const fds = Array.from({ length: 5 }, (_, i) => fs.openSync('file' + i, 'w+'));
      console.log('a');
      fs.writeSync(1, fds.includes(3) + ' ' + fds.map((_, i) => fs.readFileSync('file' + i, 'utf8')).join('') + '\\n')`);
    assert.deepEqual(shown(result), ['a', 'true ']);
  });

  it('is what was written, for any text in any pieces', async () => {
    const texts = fc.array(fc.tuple(fc.boolean(), fc.string({ unit: 'grapheme', maxLength: 20 })), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (writes) => {
        const result = await world.run(
          `for (const [err, text] of ${JSON.stringify(writes)}) (err ? process.stderr : process.stdout).write(text + '\\n')`,
        );
        const expected = writes.flatMap(([err, text]) =>
          text.split('\n').map((line) => (err ? 'stderr:' : '') + line.replace(/\r$/, '')),
        );
        assert.deepEqual(shown(result), expected);
      }),
      { numRuns: 15 },
    );
  });
});
