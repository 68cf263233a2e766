import { types } from 'node:util';
import { exec } from './primordials.ts';

const { isNativeError } = types;

const aboutFlags =
  /^(?:Permission is an experimental feature|The flag --(?:experimental-permission|permission|allow-[a-z-]+) )/;

/**
 * Whether Node warns, as it does at each start, that the permission model or a part of it is
 * experimental or to be used with caution. No flag of the snippet's own leads to these.
 */
export function isFlagWarning(warning: unknown): boolean {
  if (!isNativeError(warning)) return false;
  const { name, message } = warning;
  return (
    (name === 'ExperimentalWarning' || name === 'SecurityWarning') &&
    exec(aboutFlags, message) !== null
  );
}
