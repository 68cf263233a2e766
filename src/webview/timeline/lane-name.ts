import * as l10n from '@vscode/l10n';
import type { Lane } from './lanes.ts';

/** A lane as it is named beside the picture, in the list and in exports. */
export const laneName = (lane: Lane): string =>
  ({
    main: l10n.t('main'),
    nextTick: l10n.t('nextTick'),
    microtask: l10n.t('microtasks'),
    timers: l10n.t('timers'),
    poll: l10n.t('poll'),
    check: l10n.t('check'),
    close: l10n.t('close'),
    exit: l10n.t('exit'),
    beside: l10n.t('other'),
  })[lane];
