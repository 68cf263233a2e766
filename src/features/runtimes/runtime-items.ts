import type { Refusal } from '../../runner/errors.ts';
import type { FoundNodes, FoundRuntime } from '../../runner/find-node.ts';
import type { Runtime } from '../../runner/model.ts';

/** One line of the picker; `current` is what the setting says now. */
export type RuntimeItem =
  | { readonly kind: 'found' | 'notUsable' }
  /** `uses`: the version that it comes to. */
  | { readonly kind: 'automatic'; readonly uses?: string; readonly current: boolean }
  | {
      readonly kind: 'runtime';
      readonly runtime: FoundRuntime;
      readonly isInUse: boolean;
      readonly current: boolean;
    }
  | { readonly kind: 'file' }
  /** There to be read. */
  | { readonly kind: 'broken'; readonly refusal: Refusal };

export interface PickerState {
  readonly found: FoundNodes;
  /** What runs snippets now. */
  readonly current: Runtime | undefined;
  /** The path in the setting, empty for none. */
  readonly setting: string;
}

/** What is offered: let it be found, every Node that works, a file, and what does not work. */
export function runtimeItems({ found, current, setting }: PickerState): RuntimeItem[] {
  const automatic = setting.trim() === '';
  const { runtimes, refused } = found;
  return [
    {
      kind: 'automatic',
      ...(automatic && current && { uses: current.version }),
      current: automatic,
    },
    { kind: 'found' },
    ...runtimes.map((runtime): RuntimeItem => {
      const isInUse = runtime.path === current?.path;
      return { kind: 'runtime', runtime, isInUse, current: isInUse && !automatic };
    }),
    { kind: 'file' },
    ...(refused.length > 0 ? [{ kind: 'notUsable' } as const] : []),
    ...refused.map((refusal) => ({ kind: 'broken', refusal }) as const),
  ];
}
