import type { VerifiedText } from '../../shared/verified.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * Only what the runs before this release have shown, and of the code as it stands here. Apart from
 * `snippet-html.ts`, since threads render it too, where there is no `vscode`.
 */
export const verifiedHtml = (verified: VerifiedText | undefined): string =>
  verified === undefined
    ? ''
    : `\n<p class="verified"><span class="codicon codicon-verified-filled" aria-hidden="true"></span><span tabindex="0" role="note" title="${escapeHtml(verified.detail)}">${escapeHtml(verified.text)}<span class="sr-only">. ${escapeHtml(verified.detail)}</span></span></p>`;
