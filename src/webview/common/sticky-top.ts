/** Pixels between the edge of the window and a column that sticks to it. */
const MARGIN = 24;

/** Where a column sticks: one that is higher than the window does so once its end is in sight. */
export function stickyTop(height: number, windowHeight: number): number {
  return Math.min(MARGIN, windowHeight - height - MARGIN);
}
