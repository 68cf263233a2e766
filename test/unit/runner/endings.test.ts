import assert from 'node:assert/strict';
import { majors, shown, useRunWorld } from './run-world.ts';

describe('What ends a run', function () {
  this.timeout(60_000);
  const world = useRunWorld();
  const soon = { limits: { timeMs: 500 } };

  const endless = {
    'a loop': `console.log('a'); for (;;);`,
    'promise jobs': `console.log('a'); (function again() { Promise.resolve().then(again) })()`,
    ticks: `console.log('a'); (function again() { process.nextTick(again) })()`,
    'a timer': `console.log('a'); setInterval(() => {}, 10)`,
    'a loop in an exit handler': `console.log('a'); process.on('exit', () => { for (;;); })`,
    'a loop after SIGTERM and SIGINT are caught': `console.log('a'); process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); for (;;);`,
  };
  for (const [name, code] of Object.entries(endless)) {
    it(`is the time limit: ${name}`, async () => {
      const result = await world.run(code, soon);
      assert.equal(result.ended, 'time');
      assert.equal(result.waitedForInput, false);
      assert.deepEqual(shown(result), ['a']);
    });
  }

  const waiting = {
    'data events': `process.stdin.on('data', () => {})`,
    'an async iterator': `(async () => { for await (const line of process.stdin) console.log(line) })()`,
    readline: `require('node:readline').createInterface({ input: process.stdin }).question('?', () => {})`,
    'a blocking read': `require('node:fs').readFileSync(0, 'utf8')`,
    'a blocking read by name': `require('node:fs').readFileSync('/dev/stdin', 'utf8')`,
  };
  for (const [name, code] of Object.entries(waiting)) {
    it(`is the time limit, with the news that it waited for input: ${name}`, async () => {
      const result = await world.run(code, soon);
      assert.equal(result.ended, 'time');
      assert.equal(result.waitedForInput, true);
    });
  }

  // Elsewhere no system tells in which call a process stands.
  if (process.platform === 'linux') {
    const children = {
      'a command that is waited for': `require('node:child_process').spawnSync('cat', { stdio: 'inherit' })`,
      'a command beside it': `require('node:child_process').spawn('cat', { stdio: 'inherit' })`,
      'a command of a shell': `require('node:child_process').execSync('true; cat; true', { stdio: 'inherit' })`,
    };
    for (const [name, code] of Object.entries(children)) {
      it(`is the time limit, with the news that a child process waited for input: ${name}`, async () => {
        const result = await world.run(code, { limits: { timeMs: 1500 } });
        assert.equal(result.ended, 'time');
        assert.equal(result.waitedForInput, true);
      });
    }

    it('is not waiting for input when a child process has another one, or does not read', async () => {
      for (const code of [
        `require('node:child_process').spawn('cat', { stdio: ['pipe', 'inherit', 'inherit'] })`,
        `require('node:child_process').spawn('sleep', ['1000'], { stdio: 'inherit' })`,
      ]) {
        const result = await world.run(code, { limits: { timeMs: 1500 } });
        assert.equal(result.ended, 'time');
        assert.equal(result.waitedForInput, false);
      }
    });
  }

  it('is not waiting for input when it only looks at stdin', async () => {
    const result = await world.run(
      `process.stdin; process.stdin.isTTY; setInterval(() => {}, 9)`,
      soon,
    );
    assert.equal(result.waitedForInput, false);
  });

  for (const major of majors) {
    it(`is the cap on lines, at once and with all lines up to it, on Node ${major}`, async () => {
      const result = await world.run(`for (let i = 0; ; i++) console.log(i)`, {
        major,
        limits: { lines: 100, timeMs: 30_000 },
      });
      assert.equal(result.ended, 'lines');
      assert.deepEqual(
        shown(result),
        Array.from({ length: 100 }, (_, i) => String(i)),
      );
    });
  }

  it('is the cap on lines for output without end that is asynchronous', async () => {
    const result = await world.run(`setInterval(() => console.error('x'), 0)`, {
      limits: { lines: 20, timeMs: 30_000 },
    });
    assert.equal(result.ended, 'lines');
    assert.equal(result.lines.length, 20);
  });

  it('is not the cap when the output is exactly as long as allowed', async () => {
    const code = `for (let i = 0; i < 20; i++) console.log(i)`;
    assert.equal((await world.run(code, { limits: { lines: 20 } })).ended, 'exit');
    assert.equal((await world.run(code, { limits: { lines: 19 } })).ended, 'lines');
    const text = `process.stdout.write('ü'.repeat(50))`;
    assert.equal((await world.run(text, { limits: { bytes: 100 } })).ended, 'exit');
    assert.equal((await world.run(text, { limits: { bytes: 99 } })).ended, 'bytes');
  });

  it('is the cap on bytes, with characters whole', async () => {
    const result = await world.run(`for (;;) process.stdout.write('😀'.repeat(1000))`, {
      limits: { bytes: 10_002, timeMs: 30_000 },
    });
    assert.equal(result.ended, 'bytes');
    assert.deepEqual(shown(result), ['😀'.repeat(2500)]);
  });

  it('is the cap on bytes for a child process that floods an inherited stdout', async () => {
    const result = await world.run(
      `require('node:child_process').spawn(process.execPath, ['-e', 'for (;;) fs.writeSync(1, "y".repeat(9999))'], { stdio: 'inherit' })`,
      { limits: { timeMs: 30_000 } },
    );
    assert.equal(result.ended, 'bytes');
  });

  it('is memory, for a heap that grows', async () => {
    const result = await world.run(
      `console.log('a'); const all = []; for (;;) all.push(new Array(1e4).fill(all.length + 0.5))`,
      { limits: { memoryMb: 64, timeMs: 50_000 } },
    );
    assert.equal(result.ended, 'memory');
    assert.deepEqual(shown(result), ['a']);
  });

  // Windows does not tell how much memory a process has.
  const itOnUnix = process.platform === 'win32' ? () => undefined : it;
  itOnUnix('is memory, for Buffers that grow', async () => {
    const result = await world.run(
      `console.log('a'); const all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 1)`,
      { limits: { memoryMb: 64, timeMs: 50_000 } },
    );
    assert.equal(result.ended, 'memory');
    assert.deepEqual(shown(result), ['a']);
  });

  itOnUnix('is memory, while Node reports on a heap that is full', async () => {
    const result = await world.run(
      `const { spawnSync } = require('node:child_process');
      console.log('a');
      const input = '\\n<--- Last few GCs --->\\n\\n[' + process.pid + ':0x1] 9 ms: Mark-Compact\\n' +
        'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\\n';
      spawnSync('cat', { input, stdio: ['pipe', 2, 2] });
      const all = [];
      setInterval(() => all.push(Buffer.alloc(2e7, 1)), 1);`,
      { limits: { memoryMb: 64, timeMs: 50_000 } },
    );
    assert.equal(result.ended, 'memory');
    assert.deepEqual(shown(result), ['a']);
  });

  it('is the wish of the user', async () => {
    const abort = new AbortController();
    const result = await world.run(`console.log('a'); for (;;);`, {
      signal: abort.signal,
      limits: { timeMs: 50_000 },
      onLine: () => abort.abort(),
    });
    assert.equal(result.ended, 'cancelled');
    assert.deepEqual(shown(result), ['a']);
  });

  it('is the wish of the user even before it began', async () => {
    const result = await world.run(`console.log('a')`, { signal: AbortSignal.abort() });
    assert.equal(result.ended, 'cancelled');
    assert.deepEqual(result.lines, []);
  });

  it('is the snippet itself, with its exit code as the last line', async () => {
    const result = await world.run(`console.log('a'); process.exit(3)`);
    assert.equal(result.ended, 'exit');
    assert.equal(result.exitCode, 3);
    assert.deepEqual(shown(result), ['a', 'exit:3']);
  });

  it('is the snippet itself, with the code that its exit handler chose', async () => {
    const result = await world.run(`process.on('exit', () => process.exit(5)); process.exit(3)`);
    assert.deepEqual(shown(result), ['exit:5']);
  });

  it('is the snippet itself, with the signal it sent', async () => {
    assert.deepEqual(shown(await world.run(`process.kill(process.pid)`)), ['exit:SIGTERM']);
    const killed = await world.run(`process.kill(process.pid, 'SIGKILL')`);
    assert.equal(killed.ended, 'exit');
    assert.deepEqual(shown(killed), ['exit:SIGKILL']);
  });

  for (const major of majors) {
    it(`is the snippet itself when it aborts, without a dump of addresses, on Node ${major}`, async () => {
      const result = await world.run(`console.error('a'); process.abort()`, { major });
      assert.deepEqual(shown(result), ['stderr:a', 'exit:SIGABRT']);
    });
  }

  it('keeps all that was printed before process.exit()', async () => {
    const result = await world.run(
      `for (let i = 0; i < 5000; i++) console.log('x'.repeat(150) + i); process.exit()`,
      { limits: { lines: 10_000 } },
    );
    assert.equal(result.ended, 'exit');
    assert.equal(result.lines.length, 5000);
  });
});
