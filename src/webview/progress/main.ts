import './progress.css';
import type {
  ProgressCommand,
  ProgressKept,
  ProgressRequest,
  ProgressSection,
} from '../../shared/progress.ts';
import { startPage } from '../page/start.ts';

startPage<object, ProgressRequest, never, ProgressKept>({
  show(_, page) {
    const { signal } = page;
    const tables = [...document.querySelectorAll('details')];
    for (const one of tables) one.open = page.kept?.open.includes(one.id) === true;

    const ask = (request: ProgressRequest): void => void page.ask(request).catch(() => undefined);

    function keepOpen(): void {
      page.keep({ open: tables.filter(({ open }) => open).map(({ id }) => id) });
    }

    function handleClick(event: MouseEvent): void {
      if (!(event.target instanceof Element)) return;
      const selector = '[data-do], [data-export], [data-card], [data-belief], [data-report]';
      const element = event.target.closest<HTMLElement>(selector);
      if (!element) return;
      // Before VS Code's own handler, which would open links a second time.
      event.preventDefault();
      event.stopPropagation();
      const { do: name, export: section, card, belief, report } = element.dataset;
      if (card !== undefined) ask({ kind: 'openCard', id: card });
      else if (belief !== undefined) ask({ kind: 'drillAgainst', id: belief });
      else if (report !== undefined) ask({ kind: 'openReport', id: report });
      // The host refuses what is none.
      else if (section !== undefined)
        ask({ kind: 'exportTable', section: section as ProgressSection });
      else if (name !== undefined) ask({ kind: name as ProgressCommand });
    }

    for (const one of tables) one.addEventListener('toggle', keepOpen, { signal });
    document.addEventListener('click', handleClick, { capture: true, signal });
    return { receive: () => undefined };
  },
});
