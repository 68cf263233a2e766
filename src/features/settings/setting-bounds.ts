import { setting } from './ids.ts';

/** What a number among the settings may be; the manifest says the same. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
  /** Whether it counts things; a fraction is rounded then. */
  readonly integer: boolean;
}

export const settingBounds = {
  /** Seconds. */
  [setting.timeLimit]: { minimum: 1, maximum: 60, default: 5, integer: false },
  /** Megabytes. */
  [setting.memoryLimit]: { minimum: 64, maximum: 4096, default: 256, integer: true },
  [setting.lineLimit]: { minimum: 10, maximum: 10_000, default: 1000, integer: true },
  [setting.runsCount]: { minimum: 2, maximum: 500, default: 50, integer: true },
  /** The probability of recall at which a card is due. */
  [setting.retention]: { minimum: 0.7, maximum: 0.97, default: 0.9, integer: false },
  [setting.newPerDay]: { minimum: 0, maximum: 1000, default: 10, integer: true },
  [setting.reviewsPerDay]: { minimum: 1, maximum: 9999, default: 100, integer: true },
  /** Minutes that a day has for the plan of study. */
  [setting.planMinutes]: { minimum: 30, maximum: 480, default: 90, integer: true },
  /** 0 for none. */
  [setting.nudgesPerDay]: { minimum: 0, maximum: 10, default: 0, integer: true },
} as const satisfies Readonly<Record<string, Bounds>>;

/** A settings file may hold anything: a number is moved into its bounds, anything else is the default. */
export function bounded(value: unknown, bounds: Bounds): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return bounds.default;
  const inside = Math.min(Math.max(value, bounds.minimum), bounds.maximum);
  return bounds.integer ? Math.round(inside) : inside;
}
