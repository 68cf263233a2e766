import fc from 'fast-check';

/** A step of a program; each prints a label of its own, numbered when the program is written. */
export type Part =
  | { readonly kind: 'log' }
  | { readonly kind: 'call'; readonly how: How; readonly body: readonly Part[] }
  | { readonly kind: 'async'; readonly awaits: readonly Awaited[]; readonly body: readonly Part[] }
  | {
      readonly kind: 'join';
      readonly how: 'all' | 'race' | 'allSettled';
      readonly of: readonly How[];
    }
  | { readonly kind: 'countdown'; readonly of: readonly How[] };

type How = (typeof hows)[number];
type Awaited = 'value' | 'promise' | How;

const hows = [
  ...([
    'nextTick',
    'then',
    'queueMicrotask',
    'immediate',
    'immediate',
    'timeout 0',
    'timeout 0',
  ] as const),
  ...(['timeout 1', 'timeout 5', 'timeout 30', 'readFile'] as const),
] as const;

const anyHow = fc.constantFrom(...hows);
const macro = fc.constantFrom<How>('immediate', 'timeout 0', 'timeout 1', 'readFile');

/** @param sharing whether callbacks may share counters and promises */
export const anyProgram = (sharing: boolean): fc.Arbitrary<readonly Part[]> =>
  fc
    .letrec<{ part: Part }>((tie) => {
      const log = fc.constant<Part>({ kind: 'log' });
      const body = fc.array(tie('part'), { maxLength: 3 });
      const call = fc.record({ kind: fc.constant('call' as const), how: anyHow, body });
      const awaited = fc.constantFrom<Awaited>('value', 'promise', 'immediate', 'timeout 0');
      const asyncPart = fc.record({
        kind: fc.constant('async' as const),
        awaits: fc.array(awaited, { minLength: 1, maxLength: 2 }),
        body,
      });
      const of = fc.array(macro, { minLength: 2, maxLength: 3 });
      const how = fc.constantFrom('all' as const, 'race' as const, 'allSettled' as const);
      const join = fc.record({ kind: fc.constant('join' as const), how, of });
      const countdown = fc.record({ kind: fc.constant('countdown' as const), of });
      const plain = [
        { arbitrary: log, weight: 2 },
        { arbitrary: call, weight: 5 },
        { arbitrary: asyncPart, weight: 1 },
      ];
      const shared = sharing
        ? [
            { arbitrary: join, weight: 2 },
            { arbitrary: countdown, weight: 2 },
          ]
        : [];
      return { part: fc.oneof({ maxDepth: 3, depthSize: 'small' }, ...plain, ...shared) };
    })
    .part.chain((first) =>
      fc.array(anyPart(sharing), { minLength: 1, maxLength: 3 }).map((more) => [first, ...more]),
    );

const anyPart = (sharing: boolean): fc.Arbitrary<Part> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('call' as const),
      how: anyHow,
      body: fc.array(
        fc.oneof(
          fc.constant<Part>({ kind: 'log' }),
          fc.record({
            kind: fc.constant('call' as const),
            how: anyHow,
            body: fc.constant<readonly Part[]>([]),
          }),
        ),
        { maxLength: 2 },
      ),
    }),
    sharing
      ? fc.record({
          kind: fc.constant('countdown' as const),
          of: fc.array(macro, { minLength: 2, maxLength: 3 }),
        })
      : fc.constant<Part>({ kind: 'log' }),
  );

/** The program's text: every line it prints is distinct. */
export function writeProgram(parts: readonly Part[]): string {
  let next = 0;
  const label = (name: string): string => `'${name.replace(' ', '')} ${++next}'`;
  const lines: string[] = ["const fs = require('node:fs');"];

  function write(part: Part): string {
    switch (part.kind) {
      case 'log':
        return `console.log(${label('log')});`;
      case 'call':
        return schedule(part.how, `() => { console.log(${label(part.how)}); ${all(part.body)} }`);
      case 'async':
        return `(async () => { console.log(${label('async')}); ${part.awaits
          .map((one) => `await ${promiseOf(one)}; console.log(${label('after')});`)
          .join(' ')} ${all(part.body)} })();`;
      case 'join': {
        const promises = part.of.map(
          (how) =>
            `new Promise((resolve) => ${schedule(how, `() => { console.log(${label(how)}); resolve(); }`).slice(0, -1)})`,
        );
        return `Promise.${part.how}([${promises.join(', ')}]).then(() => console.log(${label(part.how)}));`;
      }
      case 'countdown': {
        const name = `left${++next}`;
        const last = label('last');
        const calls = part.of.map((how) =>
          schedule(
            how,
            `() => { console.log(${label(how)}); if (--${name} === 0) console.log(${last}); }`,
          ),
        );
        return `let ${name} = ${part.of.length}; ${calls.join(' ')}`;
      }
    }
  }
  const all = (body: readonly Part[]): string => body.map(write).join(' ');
  lines.push(...parts.map(write));
  return `${lines.join('\n')}\n`;
}

function schedule(how: How, callback: string): string {
  switch (how) {
    case 'nextTick':
      return `process.nextTick(${callback});`;
    case 'then':
      return `Promise.resolve().then(${callback});`;
    case 'queueMicrotask':
      return `queueMicrotask(${callback});`;
    case 'immediate':
      return `setImmediate(${callback});`;
    case 'readFile':
      return `fs.readFile(__filename, ${callback});`;
    case 'timeout 0':
    case 'timeout 1':
    case 'timeout 5':
    case 'timeout 30':
      return `setTimeout(${callback}, ${how.slice('timeout '.length)});`;
  }
}

function promiseOf(one: Awaited): string {
  if (one === 'value') return 'null';
  if (one === 'promise') return 'Promise.resolve()';
  return `new Promise((resolve) => ${schedule(one, 'resolve').slice(0, -1)})`;
}
