import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import type { Mistake, Position } from './mistake.ts';
import { reportFor } from './mistake.ts';
import type { Diagram } from './model.ts';

export interface DiagramFile {
  readonly file: string;
  readonly topic: string;
  /** The name of the folder it stands in. */
  readonly question: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly text: string;
}

export interface ParsedDiagram extends DiagramFile {
  /** Absent when there is a mistake. */
  readonly diagram?: Diagram;
  readonly mistakes: readonly Mistake[];
}

const widest = 720;
const shapes = ['rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'path'];
const elements = new Set(['svg', 'title', 'desc', 'g', 'text', 'tspan', ...shapes]);
const classes = new Set(
  'box accent good bad muted region line dashed arrow dot label start end strong small code'.split(
    ' ',
  ),
);

const number = String.raw`-?(?:\d+(?:\.\d*)?|\.\d+)`;
const list = new RegExp(`^\\s*${number}(?:[\\s,]+${number})*\\s*$`);
const one = new RegExp(`^${number}$`);
const path = /^[MmLlHhVvCcSsQqTtAaZz\d\s.,-]+$/;
const transform = new RegExp(
  `^\\s*(?:(?:translate|rotate|scale)\\(\\s*${number}(?:[\\s,]+${number})*\\s*\\)\\s*)+$`,
);

/** What each attribute may say; all others are refused, so nothing can style, load or run. */
const attributes: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    'x y width height rx ry r cx cy x1 y1 x2 y2 dx dy'.split(' ').map((name) => [name, one]),
  ),
  d: path,
  points: list,
  transform,
  class: /^[a-z ]*$/,
  'text-anchor': /^(?:start|middle|end)$/,
};
/** What only the root has; written anew for the page. */
const rootAttributes: Readonly<Record<string, RegExp>> = {
  xmlns: /^http:\/\/www\.w3\.org\/2000\/svg$/,
  viewBox: list,
  role: /^img$/,
};

/** Reads a drawing and writes it anew from what is allowed. Never throws. */
export function parseDiagram(source: DiagramFile): ParsedDiagram {
  const { report, mistakes } = reportFor(source.file);
  const parser = new SaxesParser();
  const lines = source.text.split('\n').length;
  // A tag may be reported at the line of its end; never beyond the file.
  const here = (): Position => ({ line: Math.min(parser.line, lines) });
  const said = { title: '', desc: '' };
  const open: string[] = [];
  let body = '';
  let box: readonly number[] | undefined;

  parser.on('opentag', (tag) => {
    const root = open.length === 0;
    const parent = open.at(-1);
    open.push(tag.name);
    if (root !== (tag.name === 'svg')) {
      report(here(), `\`${tag.name}\` cannot stand here`, 'Write one `svg` around everything.');
      return;
    }
    if (!elements.has(tag.name)) {
      report(here(), `\`${tag.name}\` cannot be drawn`, `Use only ${inWords([...elements])}.`);
      return;
    }
    if (isSaying(tag.name) && parent !== 'svg') {
      report(here(), `\`${tag.name}\` stands inside \`${parent ?? ''}\``, 'Put it below `svg`.');
    }
    const kept = checkAttributes(tag, root, (message, advice) => report(here(), message, advice));
    if (root) box = viewBox(tag.attributes['viewBox']);
    else if (!isSaying(tag.name)) body += openTag(tag, kept);
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (elements.has(name) && name !== 'svg' && !isSaying(name)) body += `</${name}>`;
  });
  parser.on('text', (text) => {
    const parent = open.at(-1);
    if (isSaying(parent)) said[parent] += text;
    else if (parent === 'text' || parent === 'tspan') body += escapeText(text.replace(/\s+/g, ' '));
    else if (text.trim() !== '') {
      report(here(), 'This text is not shown', 'Put it into a `text` element.');
    }
  });
  parser.on('cdata', () => report(here(), 'CDATA is not read', 'Write the text itself.'));
  parser.on('doctype', () => report(here(), 'A doctype is not read', 'Start with `<svg`.'));
  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    report(here(), `This is not well-formed XML: ${message}`, 'Close every tag and quote values.');
  });
  parser.write(source.text).close();

  const title = oneLine(said.title);
  const desc = oneLine(said.desc);
  if (!box) {
    const advice = 'Write `viewBox="0 0 640 200"`, with the width and height you need.';
    report({ line: 1 }, 'The size of the drawing is missing', advice);
  } else if ((box[2] ?? 0) > widest) {
    const advice = `Draw it in at most ${widest} units, the width of a page.`;
    report({ line: 1 }, `The drawing is ${box[2] ?? 0} units wide`, advice);
  }
  if (title === '' || desc === '') {
    const advice = 'Write a short `title`, and in `desc` the whole content in words.';
    report({ line: 1 }, 'The drawing says nothing to those who do not see it', advice);
  }
  if (mistakes.length > 0 || !box) return { ...source, mistakes };
  const diagram = { name: source.name, title, desc, viewBox: box.join(' '), body };
  return { ...source, diagram, mistakes };
}

const isSaying = (name: string | undefined): name is 'title' | 'desc' =>
  name === 'title' || name === 'desc';

function checkAttributes(
  { name, attributes: given }: SaxesTagPlain,
  root: boolean,
  report: (message: string, advice: string) => void,
): readonly (readonly [string, string])[] {
  const kept: (readonly [string, string])[] = [];
  for (const [attribute, value] of Object.entries(given)) {
    const pattern = root ? rootAttributes[attribute] : attributes[attribute];
    if (!pattern || !Object.hasOwn(root ? rootAttributes : attributes, attribute)) {
      const advice = 'Say what it is with `class`; only geometry has attributes of its own.';
      report(`\`${name}\` cannot have \`${attribute}\``, advice);
    } else if (!pattern.test(value)) {
      report(`\`${attribute}\` cannot be \`${value.slice(0, 40)}\``, 'Write plain numbers.');
    } else {
      kept.push([attribute, value.trim().replace(/\s+/g, ' ')]);
    }
  }
  for (const word of (given['class'] ?? '').split(/\s+/)) {
    if (word === '' || classes.has(word)) continue;
    report(`There is no class \`${word}\``, `Use ${inWords([...classes])}.`);
  }
  return kept;
}

function openTag({ name }: SaxesTagPlain, kept: readonly (readonly [string, string])[]): string {
  const isArrow = kept.some(
    ([attribute, value]) => attribute === 'class' && value.split(' ').includes('arrow'),
  );
  const all = isArrow ? [...kept, ['marker-end', 'url(#diagram-head)'] as const] : kept;
  return `<${name}${all.map(([key, value]) => ` ${key}="${value}"`).join('')}>`;
}

function viewBox(value: string | undefined): readonly number[] | undefined {
  const numbers =
    value
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const [, , width = 0, height = 0] = numbers;
  return numbers.length === 4 && width > 0 && height > 0 ? numbers : undefined;
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function inWords(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}
