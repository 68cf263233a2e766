import type { Mode, RunRecord, RunStatus, Typing } from '../../shared/predict.ts';
import type { OrderingAction } from '../ordering/ordering.ts';

/** What can happen to the page. */
export type Action =
  | OrderingAction
  | { readonly kind: 'mode'; readonly mode: Mode }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'nothing'; readonly on: boolean }
  | { readonly kind: 'refuseEmpty' }
  | { readonly kind: 'status'; readonly status: RunStatus }
  | { readonly kind: 'record'; readonly record: RunRecord }
  | { readonly kind: 'changed'; readonly changed: boolean }
  | { readonly kind: 'typing'; readonly typing: Typing }
  | { readonly kind: 'showTimeline' }
  | { readonly kind: 'reasons'; readonly on: boolean }
  | { readonly kind: 'tryAgain' }
  /** Which line is wrong. */
  | { readonly kind: 'hint' }
  /** Shows the output that was kept back. */
  | { readonly kind: 'reveal' };
