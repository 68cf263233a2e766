// Renders media/icon.svg to the PNG that the Marketplace and the Extensions view show.
import { readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';
import { inRoot } from './lib/paths.mts';

const svg = await readFile(inRoot('media', 'icon.svg'), 'utf8');
const picture = new Resvg(svg, { fitTo: { mode: 'width', value: 256 } }).render();
await writeFile(inRoot('media', 'icon.png'), picture.asPng());
