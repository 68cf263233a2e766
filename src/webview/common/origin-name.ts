import * as l10n from '@vscode/l10n';
import type { RuntimeOrigin } from '../../shared/predict.ts';

/** How a Node.js was found. */
export const originName = (origin: RuntimeOrigin): string =>
  ({
    setting: l10n.t('from the settings'),
    path: 'PATH',
    nvm: 'nvm',
    fnm: 'fnm',
    volta: 'Volta',
    asdf: 'asdf',
    mise: 'mise',
    n: 'n',
    editor: l10n.t("VS Code's own"),
  })[origin];
