import * as l10n from '@vscode/l10n';
import './interview.css';
import {
  interviewActions,
  interviewSteps,
  type InterviewData,
  type InterviewKept,
  type InterviewRequest,
  type Score,
} from '../../shared/interview.ts';
import { clockText } from '../../shared/clock-text.ts';
import { isOneOf } from '../common/is-one-of.ts';
import { listenToKeys, type PageKeys } from '../common/page-keys.ts';
import { startPage, type PageContext } from '../page/start.ts';

startPage<InterviewData, InterviewRequest, never, InterviewKept>({
  show(data, page) {
    const { signal } = page;
    const note = document.querySelector<HTMLInputElement>('#note');
    const fields = [...document.querySelectorAll<HTMLTextAreaElement>('[data-field]')];
    const choices = [...document.querySelectorAll<HTMLInputElement>('[name="choice"]')];
    const before: Partial<InterviewKept> = page.kept ?? data.draft ?? {};
    bringBack();
    if (data.clock) runClock(data.clock, page);

    function bringBack(): void {
      const { typed = [], choice } = before;
      fields.forEach((field, at) => (field.value = typed[at] ?? ''));
      for (const one of choices) one.checked = one.value === String(choice);
      if (note) note.value = page.kept?.note ?? '';
    }

    const typed = (): readonly string[] => fields.map(({ value }) => value);

    function chosen(): { choice?: number } {
      const choice = choices.find(({ checked }) => checked)?.value;
      return choice === undefined ? {} : { choice: Number(choice) };
    }

    /** With a note that is half written; where the question is hidden, its answer is what it was. */
    const written = (): InterviewKept => ({
      ...{ typed: [], ...before, ...(fields.length > 0 && { typed: typed() }), ...chosen() },
      ...{ note: note?.value ?? '' },
    });

    const ask = (request: InterviewRequest): void => void page.ask(request).catch(() => undefined);

    function handleClick(event: MouseEvent): void {
      if (!(event.target instanceof Element)) return;
      const button = event.target.closest<HTMLElement>('[data-do], [data-score], [data-question]');
      if (!button) return;
      const { do: name, score, question } = button.dataset;
      if (question !== undefined) {
        event.preventDefault();
        ask({ kind: 'openQuestion', question });
      } else if (score !== undefined) ask({ kind: 'score', own: Number(score) as Score });
      else if (name === 'submit') ask({ kind: 'submit', typed: typed(), ...chosen() });
      else if (name === 'modelFollowUp') ask({ kind: 'modelFollowUp', typed: typed() });
      else if (isOneOf([...interviewSteps, ...interviewActions], name)) ask({ kind: name });
    }

    function handleChange({ target }: Event): void {
      if (!(target instanceof HTMLInputElement)) return;
      const { point } = target.dataset;
      if (point !== undefined) ask({ kind: 'tick', point: Number(point), on: target.checked });
    }

    // Whoever pauses finds what was written when the question is shown again.
    let telling: ReturnType<typeof setTimeout> | undefined;
    const keep = ({ target }: Event): void => {
      page.keep(written());
      if (target === note || fields.length + choices.length === 0) return;
      // And whoever closes the panel, when the interview goes on.
      clearTimeout(telling);
      telling = setTimeout(() => ask({ kind: 'draft', typed: typed(), ...chosen() }), 500);
    };
    signal.addEventListener('abort', () => clearTimeout(telling));

    function handleNote({ target, key, ctrlKey, metaKey }: KeyboardEvent): void {
      if (!note || target !== note || key !== 'Enter' || ctrlKey || metaKey) return;
      const text = note.value;
      note.value = '';
      page.keep(written());
      ask({ kind: 'note', text });
    }

    document.addEventListener('click', handleClick, { signal });
    document.addEventListener('change', handleChange, { signal });
    document.addEventListener('input', keep, { signal });
    document.addEventListener('keydown', handleNote, { signal });
    listenToKeys(keys, signal);
    return { receive: () => undefined };
  },
});

/** Shows the time that is left, each second, and says when little of it is. */
function runClock(
  { left, runs }: NonNullable<InterviewData['clock']>,
  { signal, announce }: PageContext<InterviewRequest, InterviewKept>,
): void {
  const shown = document.getElementById('clock');
  const passed = document.querySelector<HTMLProgressElement>('#passed');
  if (!shown || !passed) return;
  const saidAt: readonly (readonly [minutes: number, text: string])[] = [
    [5, l10n.t('5 minutes left.')],
    [1, l10n.t('1 minute left.')],
    [0, l10n.t('Time is up. Finish this answer.')],
  ];
  const since = performance.now();
  let before = left;

  function show(): void {
    const now = runs ? left - (performance.now() - since) : left;
    // What is left is rounded up, what is over down: `0:00` is when the time is up.
    const seconds = now > 0 ? Math.ceil(now / 1000) : Math.floor(-now / 1000);
    const text = clockText(seconds * 1000);
    const isOver = now <= 0;
    if (shown) shown.textContent = isOver ? l10n.t('{0} over', text) : text;
    shown?.classList.toggle('over', isOver);
    if (passed) passed.value = passed.max - Math.max(0, now / 1000);
    for (const [minutes, said] of saidAt) {
      if (before > minutes * 60_000 && now <= minutes * 60_000) announce(said);
    }
    before = now;
  }

  show();
  if (!runs) return;
  const ticking = setInterval(show, 250);
  signal.addEventListener('abort', () => clearInterval(ticking));
}

const keys: PageKeys = {
  submit: '[data-next]',
  // An answer is not given by a key that scrolls.
  next: '[data-next]:not(#do-submit)',
  letters: { f: '#do-followUp', p: '#do-pause, #do-resume' },
};
