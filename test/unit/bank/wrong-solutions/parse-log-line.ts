import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'splits-at-spaces': String.raw`export function parseLine(line) {
  const fields = Object.create(null);
  for (const part of line.split(' ')) {
    const [key, value] = part.split('=');
    if (value !== undefined && /^\w+$/.test(key)) fields[key] = valueOf(value);
  }
  return fields;
}

function valueOf(text) {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+$/.test(text) ? Number(text) : text.replaceAll('"', '');
}
`,
  'drops-every-backslash': [[String.raw`/\\(["\\])/g`, String.raw`/\\(.)/g`]],
  'keeps-the-backslashes': [[String.raw`.replace(/\\(["\\])/g, '$1')`, '']],
  'ends-at-the-first-quote': [[String.raw`(?:[^"\\]|\\.)*`, '[^"]*']],
  'loses-a-quote-that-stays-open': [[String.raw`(\S+))(?=`, String.raw`([^\s"]+))(?=`]],
  'any-number': [
    [
      String.raw`/^-?\d+$/.test(text) ? Number(text) : text`,
      `text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text`,
    ],
  ],
  'numbers-in-quotes-too': [
    [
      'fields[key] = quoted === undefined ? valueOf(plain) : quoted',
      String.raw`fields[key] = quoted === undefined ? valueOf(plain) : /^\d+$/.test(quoted) ? Number(quoted) : quoted`,
    ],
  ],
  'keys-within-a-word': [[String.raw`(?<=^|\s)(\w+)`, String.raw`(\w+)`]],
  'an-object-with-a-prototype': [['Object.create(null)', '{}']],
  'the-first-of-two': [['    fields[key] =', '    if (!(key in fields)) fields[key] =']],
};
