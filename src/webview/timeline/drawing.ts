import type { BoxContent } from './box-content.ts';
import type { Layout, Metrics } from './layout.ts';
import type { RunView } from './run-view.ts';

/** What the picture is drawn from. */
export interface Drawing {
  readonly view: RunView;
  readonly layout: Layout;
  readonly contents: readonly BoxContent[];
  readonly metrics: Metrics;
}
