import * as l10n from '@vscode/l10n';

/** The keys that send what is written, as VS Code calls them where the page is shown. */
export const checkKeys = (): string =>
  navigator.userAgent.includes('Mac') ? '⌘Enter' : l10n.t('Ctrl+Enter');
