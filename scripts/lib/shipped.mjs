// @ts-check
import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/** `.vscodeignore` is the one list of what ships: `**`, then what is let through nevertheless. */
const letThrough = readFileSync(inRoot('.vscodeignore'), 'utf8')
  .split(/\r?\n/)
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

/** @type {(glob: string) => RegExp} */
const patternOf = (glob) => {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const pattern = escaped.replaceAll('**', '\0').replaceAll('*', '[^/]*').replaceAll('\0', '.*');
  return new RegExp(`^${pattern}$`);
};
const files = letThrough.map(patternOf);
const entries = letThrough.map((glob) => patternOf(glob.split('/')[0] ?? glob));

/**
 * @param {string} path of a file, below the project's folder, with `/`
 * @returns {boolean}
 */
export const ships = (path) => files.some((pattern) => pattern.test(path));

/**
 * @param {string} name of a file or folder in the project's own folder
 * @returns {boolean} whether some of it ships
 */
export const shipsSomeOf = (name) => entries.some((pattern) => pattern.test(name));

/**
 * Links to files that do not ship become their text: they would lead nowhere. Pictures of the project
 * go: vsce takes none but those that have an address.
 * @param {string} markdown
 */
export const withoutDeadLinks = (markdown) =>
  markdown
    .replace(/<picture>[^]*?<\/picture>\n*/g, '')
    .replace(/(?<!!)\[([^\]]*)\]\(([^)\s]+)\)/g, (link, text, target) => {
      const [path] = target.split('#');
      return path === '' || /^[a-z][a-z+.-]*:/i.test(target) || ships(path) ? link : text;
    });
