import * as l10n from '@vscode/l10n';
import type { AnswerRequest } from '../../shared/answer.ts';
import type { AnswerPageContext } from './page.ts';

/** Clicks on buttons and links, in one place: the page's HTML holds no handlers. */
export function handleActions(page: AnswerPageContext): void {
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element)) return;
      const element = event.target.closest<HTMLElement>('[data-do], [data-question], [data-link]');
      const action = element && actionOf(element);
      if (!action) return;
      // Before VS Code's own handler, which would open links a second time.
      event.preventDefault();
      event.stopPropagation();
      page.ask(action).then(
        () => {
          if (action.kind === 'copy') showCopied(element, page);
          if (action.kind === 'copyLink') page.announce(l10n.t('Link copied'));
        },
        // The reader has been told.
        () => undefined,
      );
    },
    { capture: true, signal: page.signal },
  );
}

function actionOf(element: HTMLElement): AnswerRequest | undefined {
  const { do: kind, question, block, snippet = '' } = element.dataset;
  if (question !== undefined) return { kind: 'openQuestion', question };
  switch (kind) {
    case undefined:
      return { kind: 'openLink', url: element.getAttribute('href') ?? '' };
    case 'copy':
    case 'run':
    case 'predict':
      return { kind, block: Number(block) };
    case 'runSnippet':
    case 'predictSnippet':
      return { kind, snippet };
    case 'bookmark':
      return { kind, on: element.ariaPressed !== 'true' };
    case 'copyLink':
    case 'showDifference':
    case 'showList':
    case 'showLog':
    case 'reload':
      return { kind };
    default:
      return undefined;
  }
}

function showCopied(button: HTMLElement, { announce, signal }: AnswerPageContext): void {
  const icon = button.querySelector('.codicon');
  icon?.classList.replace('codicon-copy', 'codicon-check');
  announce(l10n.t('Copied'));
  setTimeout(() => {
    icon?.classList.replace('codicon-check', 'codicon-copy');
    if (!signal.aborted) announce('');
  }, 1500);
}
