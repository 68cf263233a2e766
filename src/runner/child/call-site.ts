import { getPrototypeOf } from './primordials.ts';

export interface CallSite extends NodeJS.CallSite {
  isAsync(): boolean;
}

/** The prototype of call sites, which a program that sees one can change. */
export const callSite = prototypeOfCallSites();

/** @early */
function prototypeOfCallSites(): CallSite {
  const before = Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace');
  const seen: { frames?: readonly object[] } = {};
  Error.prepareStackTrace = (_error, frames) => (seen.frames = frames);
  // V8 prepares it at the first reading.
  Reflect.get(new Error(), 'stack');
  if (before) Object.defineProperty(Error, 'prepareStackTrace', before);
  else Reflect.deleteProperty(Error, 'prepareStackTrace');
  return getPrototypeOf(seen.frames?.[0] as object) as CallSite;
}
