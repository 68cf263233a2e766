/**
 * Mixes two colours of the form `#rrggbb`.
 * @param share of the first
 */
export function mix(a: string, b: string, share: number): string {
  const channel = (color: string, index: number): number =>
    Number.parseInt(color.slice(1 + 2 * index, 3 + 2 * index), 16);
  return `#${[0, 1, 2]
    .map((index) => Math.round(channel(a, index) * share + channel(b, index) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** A computed colour (`rgb(1, 2, 3)`, `rgba(…)`, `color(srgb 0.1 0.2 0.3 / 0.5)`) over a ground. */
export function hex(color: string, over: string): string {
  const numbers = color.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  const scale = color.startsWith('color(') ? 255 : 1;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return `#${[red, green, blue]
    .map((value, index) => {
      const below = Number.parseInt(over.slice(1 + 2 * index, 3 + 2 * index), 16);
      const mixed = Math.round(value * scale * alpha + below * (1 - alpha));
      return Math.max(0, Math.min(255, mixed)).toString(16).padStart(2, '0');
    })
    .join('')}`;
}

/** The ratio of contrast between two colours of the form `#rrggbb`, from 1 to 21, as WCAG 2 defines it. */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The color itself where it can be read on all of the grounds, else the nearest one on the way to black or
 * white, whichever can be read better there.
 * @param least the ratio of contrast that text has to have
 */
export function readable(color: string, grounds: readonly string[], least: number): string {
  const worst = (one: string): number =>
    grounds.reduce((lowest, ground) => Math.min(lowest, contrast(one, ground)), Infinity);
  const end = worst('#000000') >= worst('#ffffff') ? '#000000' : '#ffffff';
  for (let share = 1; share > 0; share -= 0.02) {
    const candidate = mix(color, end, share);
    if (worst(candidate) >= least) return candidate;
  }
  return end;
}
