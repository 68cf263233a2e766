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
