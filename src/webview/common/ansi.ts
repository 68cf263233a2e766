/** A piece of printed text in one style. */
export interface StyledText {
  readonly text: string;
  /** Names of the classes in `ansi.css`; none for plain text. */
  readonly classes: readonly string[];
}

// What sets styles (SGR) and links (OSC 8), the two that terminals show as nothing.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const sequence = /\u001b\[([\d:;]*)m|\u001b\]8;[^\u0007\u001b]*(?:\u0007|\u001b\\)/g;

interface Style {
  fg?: number | undefined;
  bg?: number | undefined;
  readonly marks: Set<Mark>;
}

type Mark = 'bold' | 'dim' | 'italic' | 'underline' | 'inverse' | 'strike';

/** Splits a printed line at its ANSI styles. Other control sequences stay in the text. */
export function styledText(text: string): StyledText[] {
  const style: Style = { marks: new Set() };
  const pieces: StyledText[] = [];
  let end = 0;
  const add = (upTo: number): void => {
    if (upTo > end) pieces.push({ text: text.slice(end, upTo), classes: classesOf(style) });
  };
  for (const match of text.matchAll(sequence)) {
    add(match.index);
    if (match[1] !== undefined) apply(style, match[1]);
    end = match.index + match[0].length;
  }
  add(text.length);
  return pieces;
}

function classesOf({ fg, bg, marks }: Style): string[] {
  return [
    ...(fg === undefined ? [] : [`ansi-fg-${fg}`]),
    ...(bg === undefined ? [] : [`ansi-bg-${bg}`]),
    ...[...marks].map((mark) => `ansi-${mark}`),
  ];
}

const marksOn: Readonly<Record<number, Mark>> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
  21: 'underline',
};

const marksOff: Readonly<Record<number, readonly Mark[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strike'],
};

function apply(style: Style, codes: string): void {
  const numbers = codes.split(/[;:]/).map(Number);
  for (let at = 0; at < numbers.length; at++) {
    const code = numbers[at] ?? 0;
    const mark = marksOn[code];
    if (code === 0) {
      style.fg = style.bg = undefined;
      style.marks.clear();
    } else if (mark) style.marks.add(mark);
    else if (marksOff[code]) for (const one of marksOff[code]) style.marks.delete(one);
    else if (code === 38 || code === 48) {
      const { colour, used } = extended(numbers.slice(at + 1));
      at += used;
      if (code === 38) style.fg = colour;
      else style.bg = colour;
    } else if (code === 39) style.fg = undefined;
    else if (code === 49) style.bg = undefined;
    else if (code >= 30 && code <= 37) style.fg = code - 30;
    else if (code >= 90 && code <= 97) style.fg = code - 90 + 8;
    else if (code >= 40 && code <= 47) style.bg = code - 40;
    else if (code >= 100 && code <= 107) style.bg = code - 100 + 8;
  }
}

/** `5;n` of the 256 colours and `2;r;g;b`, as the nearest of the 16 that every theme has. */
function extended([kind, ...rest]: readonly number[]): { colour?: number; used: number } {
  if (kind === 5) {
    const [index = 0] = rest;
    return { colour: index < 16 ? index : nearest(rgbOf(index)), used: 2 };
  }
  if (kind === 2) {
    const [r = 0, g = 0, b = 0] = rest;
    return { colour: nearest([r, g, b]), used: 4 };
  }
  return { used: 0 };
}

type Rgb = readonly [number, number, number];

/** The cube of 6 × 6 × 6 colours, then 24 greys. */
function rgbOf(index: number): Rgb {
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return [grey, grey, grey];
  }
  const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
  const at = index - 16;
  return [level(Math.floor(at / 36)), level(Math.floor(at / 6) % 6), level(at % 6)];
}

function nearest([r, g, b]: Rgb): number {
  const distances = palette.map(([x, y, z]) => (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2);
  return distances.indexOf(Math.min(...distances));
}

const palette: readonly Rgb[] = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
];
