import './cheat-sheet.css';
import type {
  CheatSheetData,
  CheatSheetHostMessage,
  CheatSheetLevel,
  CheatSheetMessage,
  CheatSheetState,
} from '../../shared/cheat-sheet.ts';
import { pageData, vscode } from '../common/host.ts';

const data = pageData() as CheatSheetData | null;
const post = (message: CheatSheetMessage): void => vscode.postMessage(message);

if (data) start(data);

function start({ level, about }: CheatSheetData): void {
  const kept = vscode.getState() as Partial<CheatSheetState> | undefined;
  let shown = kept?.level ?? level;
  show(shown);
  if (kept?.at) scrollTo(kept.at);
  keep();

  function show(next: CheatSheetLevel): void {
    shown = next;
    const sheet = document.getElementById('sheet');
    if (sheet) sheet.dataset['level'] = next;
    const text = document.getElementById('about');
    if (text && text.textContent !== about[next]) text.textContent = about[next];
    for (const button of document.querySelectorAll('button[data-level]')) {
      button.setAttribute('aria-pressed', String(button.id === `level-${next}`));
    }
  }

  function change(next: CheatSheetLevel): void {
    show(next);
    keep();
  }

  function keep(): void {
    // A frame that is being hidden stands at the top, where the reader is not.
    if (window.innerHeight === 0) return;
    const at = place();
    const state: CheatSheetState = { level: shown, ...(at && { at }) };
    vscode.setState(state);
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener(
    'scroll',
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => !document.hidden && keep(), 100);
    },
    { passive: true },
  );
  window.addEventListener('message', ({ data: message }: MessageEvent<CheatSheetHostMessage>) =>
    change(message.level),
  );
  document.addEventListener('click', handleClick, { capture: true });
  post({ kind: 'ready' });

  function handleClick(event: MouseEvent): void {
    if (!(event.target instanceof Element)) return;
    const selector = 'button[data-level], [data-export], [data-question], [data-link]';
    const element = event.target.closest<HTMLElement>(selector);
    if (!element) return;
    // Before VS Code's own handler, which would open links a second time.
    event.preventDefault();
    event.stopPropagation();
    const { level: next, export: format, question } = element.dataset;
    if (question !== undefined) post({ kind: 'openQuestion', question });
    else if (format === 'markdown' || format === 'html' || format === 'print')
      post({ kind: 'export', format });
    else if (next === 'junior' || next === 'mid' || next === 'senior') {
      change(next);
      post({ kind: 'level', level: next });
    } else post({ kind: 'openLink', url: element.getAttribute('href') ?? '' });
  }
}

function place(): CheatSheetState['at'] {
  if (window.scrollY === 0) return undefined;
  for (const element of document.querySelectorAll<HTMLElement>('.question')) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (height > 0 && bottom > 0) return { question: element.dataset['id'] ?? '', offset: top };
  }
  return undefined;
}

function scrollTo({ question, offset }: NonNullable<CheatSheetState['at']>): void {
  const element = document.querySelector(`[data-id="${CSS.escape(question)}"]`);
  const scroll = (): void => {
    if (!element) return;
    const top = element.getBoundingClientRect().top - offset;
    window.scrollBy({ top, behavior: 'instant' });
  };
  // While the window is being put together, the page may have no room yet.
  if (window.innerHeight > 0) scroll();
  else window.addEventListener('resize', scroll, { once: true });
}
