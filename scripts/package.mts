// Makes loopwise-<version>.vsix, or the file that is named.
import { resolve } from 'node:path';
import { manifest, packageExtension } from './lib/extension.mts';
import { inRoot } from './lib/paths.mts';

const { name, version } = manifest();
const named = process.argv[2];
const vsix = named ? resolve(named) : inRoot(`${name}-${version}.vsix`);
await packageExtension(vsix);
console.log(vsix);
