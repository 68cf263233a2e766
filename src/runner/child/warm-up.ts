import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { apply, attempt, putMethod, standIn } from './primordials.ts';

type Listing = () => unknown[];

/**
 * While there is time, makes the stream that a program's first line needs: that takes Node several
 * milliseconds. Programs that look at what keeps them alive must not see it before they use it.
 * @returns to be called when the program asks for the stream
 * @early
 */
export function warmUp(): () => void {
  const { stdout } = process;
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

/** The first line is the slowest: it brings the functions into memory that all others need. @early */
function printNowhere(): void {
  // Never done, so no tick is queued that would call back.
  const nowhere = new Writable({ decodeStrings: false, write: () => undefined });
  // Asking for colours would make `process.stderr`, which the program may see.
  new Console({ stdout: nowhere, colorMode: false }).log('%s', 'a', 1, [{ a: 'b' }]);
}

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
