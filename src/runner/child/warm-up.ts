import { apply, attempt, defineProperty } from './originals.ts';

type Listing = () => unknown[];

/**
 * While there is time, makes the stream that a program's first line needs: that takes Node several
 * milliseconds. Programs that look at what keeps them alive must not see it before they use it.
 * @returns to be called when the program asks for the stream
 */
export function warmUp(): () => void {
  const { stdout } = process;
  let used = false;
  const hideIn = (name: string, isIt: (entry: unknown) => boolean) =>
    alter(name, (list) => {
      const index = used ? -1 : list.findIndex(isIt);
      if (index !== -1) list.splice(index, 1);
    });
  hideIn('getActiveResourcesInfo', (name) => name === 'PipeWrap');
  hideIn('_getActiveHandles', (handle) => handle === stdout);
  return () => {
    used = true;
  };
}

function alter(name: string, change: (list: unknown[]) => void): void {
  const original: unknown = Reflect.get(process, name);
  if (typeof original !== 'function') return;
  const value = new Proxy(original as Listing, {
    apply(target, self, args: never[]) {
      const list = apply(target, self, args) as unknown[];
      attempt(() => change(list));
      return list;
    },
  });
  defineProperty(process, name, { value, writable: true, configurable: true, enumerable: true });
}
