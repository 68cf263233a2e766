import { l10n } from 'vscode';
import { shuffledChoices } from '../../bank/shuffle-choices.ts';
import type { Rating } from '../../study/event.ts';
import { clockText } from '../../shared/clock-text.ts';
import type { AskedCard, Quiz } from '../../study/quiz/quiz.ts';
import type { Proposal } from '../../study/review/propose-rating.ts';
import { button } from '../pages/button.ts';
import { codeSection } from '../pages/snippet-html.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { levelNames } from '../ui/grade-names.ts';
import { intervalText } from '../ui/amount-texts.ts';
import { ratingKeys, ratingNames } from './rating-names.ts';
import { problemBody, type ProblemView } from './problem-card.ts';
import type { QuizCard } from './quiz-card.ts';
import { speakingHtml, spokenHtml } from './speaking-html.ts';

/** What a card's page shows beside the card itself. */
export interface CardView {
  readonly card: QuizCard;
  readonly asked: AskedCard;
  readonly quiz: Quiz;
  readonly topic: string;
  /** Milliseconds until the card is due after each rating, and the rating to begin with; once the answer is shown. */
  readonly ratings?: {
    readonly after: Readonly<Record<Rating, number>>;
    readonly proposed: Proposal;
  };
  /** What became of the last prediction, and what Node.js printed. */
  readonly verdict?: { readonly text: string; readonly tone: 'right' | 'wrong' | 'note' };
  readonly printed?: readonly string[];
  /** Markdown → HTML, all of it rendered already. */
  readonly inline: (text: string) => string;
  readonly blocks: (text: string) => string;
  /** What stands for the code of the snippet, of the program that was made, or of the solution. */
  readonly code: string;
  readonly ran?: ProblemView['ran'];
}

/** Every text of a card that is Markdown, to be rendered before `cardHtml`. */
export function markdownOf({ of, ...card }: QuizCard): readonly string[] {
  const texts = [
    ...of.keyPoints.map(({ text }) => text),
    ...paragraphs(of.sayIt),
    ...paragraphs(of.commonMistake),
  ];
  switch (card.kind) {
    case 'question':
      return texts;
    case 'check':
      return [
        card.check.question,
        ...card.check.choices.flatMap(({ text, reason }) => [text, reason]),
      ];
    case 'snippet':
      return [card.snippet.teaches];
    case 'belief':
      return [card.belief.text];
    case 'problem':
      return card.problem.hints;
  }
}

/** Those with blocks, such as lists. */
export const blocksOf = (card: QuizCard): readonly string[] =>
  card.kind === 'problem' ? [card.problem.task] : [];

/** The page of the card that is asked. */
export function cardHtml(view: CardView): string {
  const { card, asked } = view;
  const body =
    card.kind === 'question'
      ? questionBody(view)
      : card.kind === 'check'
        ? checkBody(view, card)
        : card.kind === 'problem'
          ? problemBody({ ...view, card })
          : snippetBody(view, card);
  return `<main class="quiz" data-stage="${asked.stage}" data-kind="${card.kind}">
${headHtml(view)}
${body}
${asked.stage === 'answer' ? ratingsHtml(view) : ''}
${footHtml(view)}
</main>`;
}

/** The card is hidden, and nobody looks at it. */
export function pausedHtml(quiz: Quiz): string {
  return `<main class="quiz" data-stage="paused">
<header class="quiz-head">${progressHtml(quiz)}</header>
<h1 data-news>${escapeHtml(l10n.t('Paused'))}</h1>
<p>${escapeHtml(l10n.t('The card is hidden, and its clock is stopped until you resume.'))}</p>
<div class="actions">${button('resume', l10n.t('Resume'), { primary: true, key: l10n.t('Space') })}</div>
</main>`;
}

/** What is shown when bank or log can't be read. */
export function troubleHtml(): string {
  const title = l10n.t("Couldn't Start the Quiz");
  const text = l10n.t("Couldn't read the questions or your progress. See the log for details.");
  return `<main class="trouble"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>
<p class="trouble-actions">${button('again', l10n.t('Try Again'), { primary: true })}${button('showLog', l10n.t('Show Log'))}</p></main>`;
}

function headHtml({ card, quiz, topic }: CardView): string {
  const kinds = {
    question: l10n.t('Question'),
    check: l10n.t('Quick check'),
    snippet: l10n.t('Prediction'),
    belief: l10n.t('Drill'),
    problem: l10n.t('Practice problem'),
  };
  const facts = [kinds[card.kind], topic, levelNames()[card.level]];
  return `<header class="quiz-head">
${progressHtml(quiz)}
<p class="quiz-facts">${facts.map(escapeHtml).join(' · ')}</p>
</header>`;
}

function progressHtml({ done, left }: Quiz): string {
  const all = done.length + left.length;
  const label = escapeHtml(l10n.t('Card {0} of {1}', done.length + 1, all));
  return `<div class="quiz-progress"><progress value="${done.length}" max="${all}" aria-label="${label}"></progress><span aria-hidden="true">${label}</span></div>`;
}

function questionBody({ card: { of }, asked, inline }: CardView): string {
  const title = `<h1>${escapeHtml(of.title)}</h1>`;
  if (asked.stage === 'ask') {
    return `${title}
<p class="task">${escapeHtml(l10n.t('Say your answer aloud or write it down. Then compare it with the key points.'))}</p>
<textarea class="typed" id="typed" rows="5" aria-label="${escapeHtml(l10n.t('Your answer (optional)'))}" placeholder="${escapeHtml(l10n.t('Your answer (optional)'))}"></textarea>
${speakingHtml()}
${hintsHtml(of.keyPoints, asked.hints, inline)}
<div class="actions">${button('next', l10n.t('Show Key Points'), { primary: true, key: l10n.t('Space'), keyWhileTyping: l10n.t('Ctrl+Enter') })}
${asked.hints <= of.keyPoints.length ? button('hint', l10n.t('Hint'), { key: 'H' }) : ''}</div>`;
  }
  const { proposed = [], ticks } = asked;
  const points = of.keyPoints.map(({ id, text }, at) => {
    const checked = ticks.includes(id) ? ' checked' : '';
    const mark = proposed.includes(id)
      ? ` <small class="proposed">${escapeHtml(l10n.t('Suggested'))}</small>`
      : '';
    return `<li><label><input type="checkbox" id="point-${at}" data-point="${escapeHtml(id)}"${checked}><span>${inline(text)}${mark}</span></label></li>`;
  });
  const how =
    proposed.length > 0
      ? l10n.t(
          "Tick what you said. Suggested points are ticked because your answer has their words; untick what you didn't mean.",
        )
      : l10n.t('Tick what you said.');
  const list = `<h2${asked.stage === 'points' ? ' data-news' : ''}>${escapeHtml(l10n.t('Key points'))}</h2>
<p class="task">${escapeHtml(how)}</p>
<ul class="points">${points.join('\n')}</ul>`;
  if (asked.stage === 'points') {
    return `${title}
<textarea class="typed" id="typed" rows="3" readonly aria-label="${escapeHtml(l10n.t('Your answer'))}"></textarea>
${spokenHtml(asked.spokenMs)}
${list}
<div class="actions">${button('next', l10n.t('Show Answer'), { primary: true, key: l10n.t('Space'), keyWhileTyping: l10n.t('Ctrl+Enter') })}</div>`;
  }
  const answer = paragraphs(of.sayIt).map((text) => `<p>${inline(text)}</p>`);
  const mistake = paragraphs(of.commonMistake).map((text) => `<p>${inline(text)}</p>`);
  return `${title}
${list}
<section class="told"><h2 data-news>${escapeHtml(l10n.t('Say it in the interview'))}</h2>${answer.join('\n')}</section>
<section class="told"><h2>${escapeHtml(l10n.t('Common mistake'))}</h2>${mistake.join('\n')}</section>`;
}

/** The first hint is how many key points there are; each further one is the next of them. */
function hintsHtml(
  points: readonly { readonly text: string }[],
  hints: number,
  inline: (text: string) => string,
): string {
  if (hints === 0) return '';
  const count = l10n.t('Hint: the answer has {0} key points.', points.length);
  const shown = points.slice(0, hints - 1).map(({ text }) => `<li>${inline(text)}</li>`);
  return `<div class="hints" role="status"><p>${escapeHtml(count)}</p>${shown.length > 0 ? `<ol>${shown.join('')}</ol>` : ''}</div>`;
}

function checkBody(
  { asked, inline, quiz }: CardView,
  { check }: Extract<QuizCard, { kind: 'check' }>,
): string {
  const shown = shuffledChoices(check, quiz.seed + quiz.done.length);
  const told = asked.stage === 'answer';
  const right = check.choices[asked.choice ?? -1]?.correct === true;
  const choices = shown.map(({ text, reason, correct, index }, at) => {
    const key = `<kbd aria-hidden="true">${at + 1}</kbd>`;
    if (!told) {
      return `<li><button type="button" class="choice" id="choice-${at}" data-choice="${index}" data-key="${at + 1}">${key}<span>${inline(text)}</span></button></li>`;
    }
    const chosen = index === asked.choice;
    const icon = correct ? 'pass-filled' : 'error';
    const word = correct ? l10n.t('Right') : l10n.t('Not right');
    const mark =
      chosen || correct
        ? `<span class="mark ${correct ? 'right' : 'wrong'}"><span class="codicon codicon-${icon}" aria-hidden="true"></span>${escapeHtml(word)}</span>`
        : '';
    return `<li class="choice told${chosen ? ' chosen' : ''}"><div>${inline(text)}</div><div class="reason">${mark} ${inline(reason)}</div></li>`;
  });
  const result = right ? l10n.t('Right.') : l10n.t('Not right.');
  // The choices show it; this says it.
  const verdict =
    asked.choice === undefined
      ? ''
      : `<p class="sr-only" role="status" data-news>${escapeHtml(result)}</p>`;
  return `<h1 class="check-question">${inline(check.question)}</h1>
${told ? verdict : ''}
<ol class="choices">${choices.join('\n')}</ol>`;
}

function snippetBody(
  { asked, code, inline, verdict, printed }: CardView,
  card: Extract<QuizCard, { kind: 'snippet' | 'belief' }>,
): string {
  const source = codeSection(code);
  const [title, teaches] =
    card.kind === 'snippet'
      ? [card.snippet.title, card.snippet.teaches]
      : [l10n.t('A new program'), card.belief.text];
  const told = verdict ? verdictHtml(verdict.text, verdict.tone) : '';
  if (asked.stage !== 'answer') {
    const prompt = escapeHtml(l10n.t('What does it print? Enter one line of output per line.'));
    const empty = l10n.t('Enter what it prints. If it prints nothing, check again.');
    return `<h1>${escapeHtml(title)}</h1>
${source}
<label class="task" for="typed">${prompt}</label>
<textarea class="typed lines" id="typed" rows="6" spellcheck="false" autocapitalize="off" autocomplete="off"></textarea>
<p class="verdict note" id="empty" hidden><span class="codicon codicon-info" aria-hidden="true"></span><span>${escapeHtml(empty)}</span></p>
${told}
<div class="actions">${button('predict', l10n.t('Check'), { primary: true, key: l10n.t('Ctrl+Enter') })}
${button('giveUp', l10n.t('Give Up'))}</div>`;
  }
  // After a restart the output is no longer known: the prediction page runs the snippet again.
  const lines = printed?.map((line) => `<li><code>${escapeHtml(line)}</code></li>`).join('');
  const output =
    lines === undefined
      ? ''
      : `<section class="told"><h2 data-news>${escapeHtml(l10n.t('Output of this run'))}</h2><ol class="output">${lines}</ol></section>`;
  return `<h1>${escapeHtml(title)}</h1>
${told}
${source}
${output}
<section class="told"><h2 data-news>${escapeHtml(l10n.t('What it teaches'))}</h2><p>${inline(teaches)}</p></section>`;
}

function verdictHtml(text: string, tone: 'right' | 'wrong' | 'note'): string {
  const icon = { right: 'pass-filled', wrong: 'error', note: 'info' }[tone];
  return `<p class="verdict ${tone}" role="status" data-news><span class="codicon codicon-${icon}" aria-hidden="true"></span><span>${escapeHtml(text)}</span></p>`;
}

function ratingsHtml({ ratings }: CardView): string {
  if (!ratings) return '';
  const names = ratingNames();
  const buttons = ratingKeys.map((rating, at) => {
    const isProposed = rating === ratings.proposed.rating;
    const interval = intervalText(ratings.after[rating]);
    return `<button type="button" class="button rating${isProposed ? '' : ' secondary'}" id="rate-${rating}" data-rate="${rating}" data-key="${at + 1}"${isProposed ? ' data-next' : ''}><span>${escapeHtml(names[rating])}</span><small>${escapeHtml(interval)}</small><kbd aria-hidden="true">${at + 1}</kbd></button>`;
  });
  return `<section class="ratings" aria-labelledby="ratings"><h2 id="ratings">${escapeHtml(l10n.t('Rate your recall'))}</h2>
<p class="task">${escapeHtml(proposalText(ratings.proposed))}</p><div class="rating-buttons">${buttons.join('')}</div></section>`;
}

function proposalText({ rating, slow }: Proposal): string {
  const name = ratingNames()[rating];
  return slow
    ? l10n.t(
        'How well did you remember it? Suggested: {0}, since you took {1} and the target is {2}. Each rating shows when the card is due again.',
        ...[name, clockText(slow.tookMs), clockText(slow.targetMs)],
      )
    : l10n.t(
        'How well did you remember it? Suggested: {0}. Each rating shows when the card is due again.',
        name,
      );
}

function footHtml({ quiz, card, asked }: CardView): string {
  const explain =
    card.kind === 'snippet' ? l10n.t('Open Prediction Page') : l10n.t('Open Full Answer');
  return `<footer class="quiz-foot">
${asked.stage === 'answer' ? button('explain', explain, { quiet: true, key: 'E' }) : ''}
${button('skip', l10n.t('Skip'), { quiet: true, key: 'S' })}
${button('pause', l10n.t('Pause'), { quiet: true, key: 'P' })}
${quiz.done.length > 0 ? button('undo', l10n.t('Undo Last Rating'), { quiet: true, key: 'Z' }) : ''}
</footer>`;
}

const paragraphs = (text: string): readonly string[] =>
  text.split(/\n\s*\n/).filter((one) => one.trim() !== '');
