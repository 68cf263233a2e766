import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mts';

/** `.vscodeignore` is the one list of what ships: `**`, then what is let through nevertheless. */
const letThrough = readFileSync(inRoot('.vscodeignore'), 'utf8')
  .split(/\r?\n/)
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

const patternOf: (glob: string) => RegExp = (glob): RegExp => {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const pattern = escaped.replaceAll('**', '\0').replaceAll('*', '[^/]*').replaceAll('\0', '.*');
  return new RegExp(`^${pattern}$`);
};
const files = letThrough.map(patternOf);
const entries = letThrough.map((glob) => patternOf(glob.split('/')[0] ?? glob));

/** @param path of a file, below the project's folder, with `/` */
export const ships = (path: string): boolean => files.some((pattern) => pattern.test(path));

/**
 * @param name of a file or folder in the project's own folder
 * @returns whether some of it ships
 */
export const shipsSomeOf = (name: string): boolean => entries.some((pattern) => pattern.test(name));

/**
 * Links to files that do not ship become their text: they would lead nowhere. Pictures of the project
 * go: vsce takes none but those that have an address.
 */
export const withoutDeadLinks = (markdown: string) =>
  markdown
    .replace(/<picture>[^]*?<\/picture>\n*/g, '')
    .replace(/(?<!!)\[([^\]]*)\]\(([^)\s]+)\)/g, (link, text: string, target: string) => {
      const [path = ''] = target.split('#');
      return path === '' || /^[a-z][a-z+.-]*:/i.test(target) || ships(path) ? link : text;
    });
