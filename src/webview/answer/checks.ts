import * as l10n from '@vscode/l10n';
import type { AnswerProgress } from '../../shared/answer.ts';
import type { AnswerPageContext } from './page.ts';

/** Checks whose answer is on its way to the log: what the log says of them is older. */
const pending = new Set<HTMLFieldSetElement>();

/** A choice answers at once; with the arrow keys one can first look around and answer with Enter. */
export function handleChecks(page: AnswerPageContext): void {
  for (const check of checks()) {
    let moving = false;
    const answer = (input: HTMLInputElement): void => {
      if (check.dataset['solved'] !== undefined) return;
      showAnswer(check, Number(input.value));
      speak(check, input);
      pending.add(check);
      const id = check.dataset['check'] ?? '';
      page
        .ask({ kind: 'answer', check: id, choice: Number(input.value) })
        .catch(() => undefined)
        .finally(() => pending.delete(check));
    };
    check.addEventListener('keydown', (event) => {
      moving = event.key.startsWith('Arrow');
      if (event.key !== 'Enter' && event.key !== ' ') return;
      if (!(event.target instanceof HTMLInputElement)) return;
      // The space bar chooses by itself what is not chosen yet.
      if (event.key === ' ' && !event.target.checked) return;
      event.preventDefault();
      event.target.checked = true;
      answer(event.target);
    });
    check.addEventListener('pointerdown', () => (moving = false));
    check.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (moving) hideReasons(check);
      else answer(target);
      moving = false;
    });
  }
}

/** What was answered here or in another window. */
export function showAnswers({ answers }: AnswerProgress): void {
  for (const check of checks()) {
    const choice = answers[check.dataset['check'] ?? ''];
    if (choice === undefined || pending.has(check) || isTrying(check)) continue;
    showAnswer(check, choice);
  }
}

/** Shows the reason of the choice, which is named as the log does; of every choice, once the right one is found. */
function showAnswer(check: HTMLFieldSetElement, chosen: number): void {
  const choices = [...check.querySelectorAll<HTMLElement>('.choice')];
  const isChosen = (choice: HTMLElement): boolean =>
    choice.querySelector('input')?.value === String(chosen);
  const solved = choices.find(isChosen)?.dataset['correct'] === 'true';
  for (const choice of choices) {
    const input = choice.querySelector('input');
    const reason = choice.querySelector<HTMLElement>('.reason');
    choice.classList.toggle('chosen', isChosen(choice));
    if (reason) reason.hidden = !solved && !isChosen(choice);
    if (!input) continue;
    input.checked = isChosen(choice);
    // The chosen one stays, or the focus would be lost.
    input.disabled = solved && !isChosen(choice);
  }
  check.toggleAttribute('data-solved', solved);
}

function hideReasons(check: HTMLFieldSetElement): void {
  for (const choice of check.querySelectorAll('.choice')) choice.classList.remove('chosen');
  for (const reason of check.querySelectorAll<HTMLElement>('.reason')) reason.hidden = true;
}

/** Says the result to those who do not see it. */
function speak(check: HTMLFieldSetElement, input: HTMLInputElement): void {
  const status = check.querySelector('[role="status"]');
  const choice = input.closest<HTMLElement>('.choice');
  const reason = choice?.querySelector('.reason > span:last-child')?.textContent ?? '';
  const isRight = choice?.dataset['correct'] === 'true';
  const verdict = isRight ? l10n.t('Right. {0}', reason) : l10n.t('Not right. {0}', reason);
  if (status) status.textContent = verdict;
}

/** Between two choices with the arrow keys: not to be disturbed. */
const isTrying = (check: HTMLFieldSetElement): boolean =>
  check.contains(document.activeElement) && check.querySelector('.chosen') === null;

const checks = (): HTMLFieldSetElement[] => [
  ...document.querySelectorAll<HTMLFieldSetElement>('fieldset.check'),
];
