import type { FoundNodes } from '../../runner/find-node.ts';
import type { Runtime, RuntimeOrigin } from '../../runner/model.ts';

/** One line of the picker; `broken` ones are there to be read. */
export type RuntimeItem =
  | { readonly kind: 'heading'; readonly label: string }
  | {
      readonly kind: 'automatic' | 'file' | 'runtime' | 'broken';
      readonly label: string;
      readonly description?: string;
      readonly detail?: string;
      /** What the setting becomes. */
      readonly path?: string;
      readonly current: boolean;
    };

/** The picker's words, in the user's language. */
export interface PickerTexts {
  readonly automatic: string;
  readonly automaticDetail: string;
  readonly file: string;
  readonly found: string;
  readonly broken: string;
  readonly inUse: string;
  readonly origins: Readonly<Record<RuntimeOrigin, string>>;
}

export interface PickerState {
  readonly found: FoundNodes;
  /** What runs snippets now. */
  readonly current: Runtime | undefined;
  /** The path in the setting, empty for none. */
  readonly setting: string;
}

/** What is offered: let it be found, every Node that works, a file, and what does not work. */
export function runtimeItems(state: PickerState, texts: PickerTexts): RuntimeItem[] {
  const { found, current, setting } = state;
  const automatic = setting.trim() === '';
  const { runtimes, refused } = found;
  return [
    {
      kind: 'automatic',
      label: texts.automatic,
      detail: texts.automaticDetail,
      ...(automatic && current && { description: `Node.js ${current.version}` }),
      path: '',
      current: automatic,
    },
    { kind: 'heading', label: texts.found },
    ...runtimes.map((runtime): RuntimeItem => {
      const { path, version, origins } = runtime;
      const inUse = path === current?.path;
      const names = origins.map((origin) => texts.origins[origin]);
      return {
        kind: 'runtime',
        label: `Node.js ${version}`,
        description: [...names, ...(inUse ? [texts.inUse] : [])].join(', '),
        detail: path,
        path,
        current: inUse && !automatic,
      };
    }),
    { kind: 'file', label: texts.file, current: false },
    ...(refused.length > 0 ? [{ kind: 'heading', label: texts.broken } as const] : []),
    ...refused.map(({ path, reason }): RuntimeItem => ({
      kind: 'broken',
      label: path,
      detail: reason,
      current: false,
    })),
  ];
}
