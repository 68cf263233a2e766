import './cheat-sheet.css';
import type {
  CheatSheetData,
  CheatSheetLevel,
  CheatSheetMessage,
  CheatSheetRequest,
} from '../../shared/cheat-sheet.ts';
import { startPage } from '../page/start.ts';

startPage<Partial<CheatSheetData>, CheatSheetRequest, CheatSheetMessage, CheatSheetLevel>({
  show({ level, about }, page) {
    if (level) change(level);

    function show(next: CheatSheetLevel): void {
      const sheet = document.getElementById('sheet');
      if (sheet) sheet.dataset['level'] = next;
      const text = document.getElementById('about');
      if (text && about && text.textContent !== about[next]) text.textContent = about[next];
      for (const button of document.querySelectorAll('button[data-level]')) {
        button.setAttribute('aria-pressed', String(button.id === `level-${next}`));
      }
    }

    function change(next: CheatSheetLevel): void {
      show(next);
      page.keep(next);
    }

    function isLevel(value: string | undefined): value is CheatSheetLevel {
      return value !== undefined && about !== undefined && Object.hasOwn(about, value);
    }

    function ask(request: CheatSheetRequest): void {
      page.ask(request).catch(() => undefined);
    }

    function handleClick(event: MouseEvent): void {
      if (!(event.target instanceof Element)) return;
      const selector = 'button[data-level], [data-export], [data-question], [data-link], [data-do]';
      const element = event.target.closest<HTMLElement>(selector);
      if (!element) return;
      // Before VS Code's own handler, which would open links a second time.
      event.preventDefault();
      event.stopPropagation();
      const { level: next, export: format, question, do: name } = element.dataset;
      if (question !== undefined) ask({ kind: 'openQuestion', question });
      else if (name === 'reload' || name === 'showLog') ask({ kind: name });
      else if (format === 'markdown' || format === 'html' || format === 'print')
        ask({ kind: 'export', format });
      else if (isLevel(next)) {
        change(next);
        ask({ kind: 'level', level: next });
      } else ask({ kind: 'openLink', url: element.getAttribute('href') ?? '' });
    }

    document.addEventListener('click', handleClick, { capture: true, signal: page.signal });
    return {
      receive: ({ level: next }) => change(next),
    };
  },
});
