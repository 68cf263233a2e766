import type { Major } from '../../../scripts/nodes.mts';

/** What pages say of Node.js and no snippet or example of theirs shows. It is shown here, by running it. */
export interface Claim {
  readonly id: string;
  /** By page, below `questions`: the words that say so. A space is any white space. */
  readonly pages: Readonly<Record<string, RegExp>>;
  /** Files of a program by name. The first one is run. */
  readonly files: Readonly<Record<string, string>>;
  readonly prints: (major: Major) => readonly string[];
}

const newer = (major: Major, than: number): boolean => Number(major) > than;

export const claims: readonly Claim[] = [
  {
    id: 'a required ES module is the namespace, or a marked copy of it if there is a default export',
    pages: {
      'fundamentals/cjs-vs-esm.md':
        /you get a second namespace object with `__esModule: true`, which isn't `===` to what `import\(\)` gives/,
    },
    files: {
      'main.cjs': `
        const named = require('./named.mjs');
        const both = require('./default.mjs');
        (async () => {
          console.log(named === (await import('./named.mjs')), named.__esModule);
          console.log(both === (await import('./default.mjs')), both.__esModule, both.default);
        })();`,
      'named.mjs': 'export const size = 1;',
      'default.mjs': "export default 'the default'; export const size = 1;",
    },
    prints: () => ['true undefined', 'false true the default'],
  },
  {
    id: 'reading a small file is one trip to the thread pool on 26, several before',
    pages: {
      'fundamentals/blocking-vs-nonblocking.md':
        /in several trips up to Node 24 and in a single one for a small file on 26/,
    },
    files: {
      'main.mjs': `
        import { createHook } from 'node:async_hooks';
        import { readFile } from 'node:fs/promises';
        let trips = 0;
        const count = (id, type) => void (trips += /^FSREQ|^FILEHANDLECLOSEREQ$/.test(type));
        createHook({ init: count }).enable();
        await readFile(import.meta.filename);
        console.log(trips === 1 ? 'one' : trips > 2 ? 'several' : trips);`,
    },
    prints: (major) => [newer(major, 24) ? 'one' : 'several'],
  },
  {
    id: 'promise jobs come before ticks in a module that is the entry or imported, not in one that is required',
    pages: {
      'event-loop/scheduling-apis.md':
        /loads as the entry point, or through `import`, runs \*inside\* a microtask[^]*An ES module loaded by `require` runs on its caller's stack, so ticks run first there too/,
      'event-loop/predict-timeout-immediate.md':
        /In the body of an ES module that is the entry point or imported, microtasks run before ticks/,
    },
    files: {
      'main.mjs': `
        import { once } from 'node:events';
        import { createRequire } from 'node:module';
        import { setImmediate as turn } from 'node:timers/promises';
        process.nextTick(() => console.log('entry: tick'));
        Promise.resolve().then(() => console.log('entry: promise'));
        await turn();
        await import('./imported.mjs');
        await turn();
        const require = createRequire(import.meta.url);
        setImmediate(() => require('./required.mjs'));`,
      'imported.mjs': `
        process.nextTick(() => console.log('imported: tick'));
        Promise.resolve().then(() => console.log('imported: promise'));`,
      'required.mjs': `
        process.nextTick(() => console.log('required: tick'));
        Promise.resolve().then(() => console.log('required: promise'));`,
    },
    prints: () => [
      'entry: promise',
      'entry: tick',
      'imported: promise',
      'imported: tick',
      'required: tick',
      'required: promise',
    ],
  },
  {
    id: 'an idle connection is closed after keepAliveTimeout and a second of grace, on 20 too',
    pages: {
      'http-apis/rest-design.md':
        /advertises 5 seconds of idle time \(`server\.keepAliveTimeout`\) and closes the connection after 6: there is a second of grace \(configurable as `keepAliveTimeoutBuffer` since 22\.19\)/,
      'production/graceful-shutdown.md':
        /closed about 6 seconds later \(a `keepAliveTimeout` of 5, plus one of grace\)/,
      'operations/deploy-node.md': /`keepAliveTimeout`, 5 s by default/,
    },
    files: {
      'main.mjs': `
        import { once } from 'node:events';
        import { createServer, get } from 'node:http';
        const server = createServer((req, res) => {
          res.on('finish', () => {
            setImmediate(() => {
              console.log(server.keepAliveTimeout, req.socket.timeout, server.keepAliveTimeoutBuffer);
              server.close();
              server.closeAllConnections();
            });
          });
          res.end();
        }).listen(0, '127.0.0.1');
        await once(server, 'listening');
        get({ host: '127.0.0.1', port: server.address().port }, (res) => res.resume());`,
    },
    // Configurable since 22.19 and 24.6; the second itself is a constant in 20.
    prints: (major) => [newer(major, 20) ? '5000 6000 1000' : '5000 6000 undefined'],
  },
  {
    id: 'req.signal: there since 24.16 and 26.1, and not aborted when a request completes normally',
    pages: {
      'http-apis/rest-design.md':
        /`req\.signal` \(24\.16 and 26\.1\), but before 24\.20 and 26\.7 it aborted as soon as the request's body had been read/,
    },
    files: {
      'main.mjs': `
        import { once } from 'node:events';
        import { createServer, get } from 'node:http';
        let signal;
        const server = createServer((req, res) => {
          signal = req.signal;
          res.end();
        });
        await once(server.listen(0, '127.0.0.1'), 'listening');
        const request = get({ host: '127.0.0.1', port: server.address().port, agent: false });
        const [response] = await once(request, 'response');
        response.resume();
        await once(response, 'close');
        await new Promise((closed) => server.close(closed));
        console.log(signal?.aborted);`,
    },
    prints: (major) => [newer(major, 22) ? 'false' : 'undefined'],
  },
  {
    id: 'v8.startCpuProfile is there from 24 on, and --cpu-prof writes when the process exits',
    pages: {
      'production/monitoring.md':
        /`v8\.startCpuProfile\(\)` in recent releases of Node 24 and in 26[^]*`--cpu-prof` writes only when the process exits/,
      'production/slow-service.md': /`--cpu-prof` writes its profile only when the process exits/,
    },
    files: {
      'main.mjs': `
        import { execFileSync } from 'node:child_process';
        import { readdirSync } from 'node:fs';
        import v8 from 'node:v8';
        const profiles = () => readdirSync('.').filter((file) => file.endsWith('.cpuprofile')).length;
        console.log(typeof v8.startCpuProfile);
        const code = "console.log(fs.readdirSync('.').filter((file) => file.endsWith('.cpuprofile')).length)";
        console.log(execFileSync(process.execPath, ['--cpu-prof', '-e', code], { encoding: 'utf8' }).trim());
        console.log(profiles());`,
    },
    prints: (major) => [newer(major, 22) ? 'function' : 'undefined', '0', '1'],
  },
  {
    id: 'module.register warns on 26, registerHooks does not and is missing on 20',
    pages: {
      'production/monitoring.md':
        /Register hooks with `module\.registerHooks` from Node 22\.15 on; `module\.register` is deprecated, and Node 26 warns about it/,
    },
    files: {
      'main.mjs': `
        import * as module from 'node:module';
        import { setImmediate as turn } from 'node:timers/promises';
        const warnings = [];
        process.on('warning', ({ code, name }) => warnings.push(code ?? name));
        module.registerHooks?.({});
        await turn();
        console.log('registerHooks', typeof module.registerHooks, warnings.includes('DEP0205'));
        module.register('data:text/javascript,');
        await turn();
        console.log('register', warnings.includes('DEP0205'));`,
    },
    prints: (major) => [
      `registerHooks ${newer(major, 20) ? 'function' : 'undefined'} false`,
      `register ${newer(major, 24)}`,
    ],
  },
  {
    id: 'samplePerIteration measures iterations since 24.19 and 26.5, and is ignored before',
    pages: {
      'production/monitoring.md':
        /`samplePerIteration` \(since 24\.19 and 26\.5, ignored before\) measures the loop iterations themselves/,
      'event-loop/blocking-the-loop.md': /With `samplePerIteration`, in 24\.19 and 26\.5 or/,
    },
    files: {
      // With a resolution of an hour nothing but the iterations can be what was counted.
      'main.mjs': `
        import { monitorEventLoopDelay } from 'node:perf_hooks';
        import { setImmediate as turn } from 'node:timers/promises';
        const delay = monitorEventLoopDelay({ resolution: 3_600_000, samplePerIteration: true });
        delay.enable();
        for (let i = 0; i < 20; i += 1) await turn();
        console.log(delay.count > 0);`,
    },
    prints: (major) => [String(newer(major, 22))],
  },
  {
    id: 'keys of a WeakMap are objects or unregistered symbols',
    pages: {
      'production/memory-leaks.md':
        /its keys are objects \(or unregistered symbols\), never strings/,
    },
    files: {
      'main.mjs': `
        for (const key of [{}, Symbol('own'), Symbol.for('registered'), 'text']) {
          try {
            new WeakMap().set(key, 1);
            console.log('taken');
          } catch ({ name }) {
            console.log(name);
          }
        }`,
    },
    prints: () => ['taken', 'taken', 'TypeError', 'TypeError'],
  },
];

/**
 * What the table of waits in promises-and-the-loop counts, by its first column: the ways to do that. Each
 * calls `start` where the page starts to count, and sees to it that `next` runs.
 */
export const waits: Readonly<Record<string, readonly string[]>> = {
  '`promise.then(next)`': ['start(); promise.then(next);'],
  '`await value`, `await promise`': [
    '(async () => { start(); await 1; next(); })();',
    '(async () => { start(); await promise; next(); })();',
  ],
  '`await thenable`': ['(async () => { start(); await thenable; next(); })();'],
  '`next` after a handler or async function that returned a value': [
    'promise.then(() => { start(); return 1; }).then(next);',
    '(async () => { start(); return 1; })().then(next);',
  ],
  '`next` after an async function with `return await promise`': [
    '(async () => { start(); return await promise; })().then(next);',
  ],
  '`next` after a handler or async function that returned a thenable': [
    'promise.then(() => { start(); return thenable; }).then(next);',
    '(async () => { start(); return thenable; })().then(next);',
  ],
  '`next` after a handler or async function that returned a promise': [
    'promise.then(() => { start(); return promise; }).then(next);',
    '(async () => { start(); return promise; })().then(next);',
  ],
  '`next` after a `finally` handler that returned a value or a promise': [
    'promise.finally(() => { start(); return 1; }).then(next);',
    'promise.finally(() => { start(); return promise; }).then(next);',
  ],
  '`next` after a `finally` handler that returned a thenable': [
    'promise.finally(() => { start(); return thenable; }).then(next);',
  ],
};
