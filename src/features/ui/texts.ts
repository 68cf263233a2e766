import { l10n } from 'vscode';
import type { LineTexts, OriginTexts } from '../../shared/predict-texts.ts';

/** What is said of printed lines, in the user's language. */
export function lineTexts(): LineTexts {
  return {
    blankLine: l10n.t('(blank line)'),
    lineCut: l10n.t('… cut, {0} characters in all'),
    streamStderr: l10n.t('stderr'),
    streamUncaught: l10n.t('Uncaught'),
    streamExitCode: l10n.t('exit code'),
    streamExitSignal: l10n.t('ended by'),
  };
}

export function originTexts(): OriginTexts {
  return {
    setting: l10n.t('from the settings'),
    path: 'PATH',
    nvm: 'nvm',
    fnm: 'fnm',
    volta: 'Volta',
    asdf: 'asdf',
    mise: 'mise',
    n: 'n',
    editor: l10n.t("VS Code's own"),
  };
}
