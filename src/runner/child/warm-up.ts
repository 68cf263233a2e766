import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { consoleReplacements } from './observe-console.ts';
import { createAnnouncer, observeWrites } from './output.ts';
import { apply, attempt, putMethod, standIn, uncurryThis } from './primordials.ts';
import { rehearse } from './records.ts';
import { install } from './replacements.ts';
import { rehearseTracing } from './trace.ts';

type Listing = () => unknown[];

/**
 * While there is time, makes the stream that a program's first line needs: that takes Node several
 * milliseconds. Programs that look at what keeps them alive must not see it before they use it.
 * @param prepare is given the stream
 * @returns to be called when the program asks for the stream
 * @early
 */
export function warmUp(prepare: (stream: NodeJS.WriteStream) => void): () => void {
  const { stdout } = process;
  prepare(stdout);
  printNowhere();
  let used = false;
  const hideIn = (name: string, isIt: (entry: unknown) => boolean) =>
    alter(name, (list) => {
      for (let index = 0; !used && index < list.length; index++) {
        if (!isIt(list[index])) continue;
        for (let next = index + 1; next < list.length; next++) list[next - 1] = list[next];
        list.length -= 1;
        return;
      }
    });
  hideIn('getActiveResourcesInfo', (name) => name === 'PipeWrap');
  hideIn('_getActiveHandles', (handle) => handle === stdout);
  return () => {
    used = true;
  };
}

/**
 * The first line is the slowest: it brings the functions into memory that all others need, those of Node and those
 * that record it. @early
 */
function printNowhere(): void {
  // Never done, so no tick is queued that would call back.
  const nowhere = new Writable({ decodeStrings: false, write: () => undefined });
  observeWrites(nowhere as unknown as NodeJS.WriteStream, 'stdout', createAnnouncer(generous));
  // Asking for colours would make `process.stderr`, which the program may see.
  const printer = new Console({ stdout: nowhere, colorMode: false });
  const print = uncurryThis(printer, 'log');
  rehearse(() => print(printer, '%s', 'a', 1, [{ a: 'b' }]));
  install(consoleReplacements(printer));
  const observed = uncurryThis(printer, 'log');
  rehearse(() => rehearseTracing(() => observed(printer, 'a', { b: 1 })));
}

const generous = { lines: 100, bytes: 10_000 };

/** @early */
function alter(name: string, change: (list: unknown[]) => void): void {
  const original: unknown = Reflect.get(process, name);
  if (typeof original !== 'function') return;
  const value = standIn(original as Listing, (target, self, args) => {
    const list = apply(target, self, args) as unknown[];
    attempt(() => change(list));
    return list;
  });
  putMethod(process, name, value, true);
}
