import { l10n } from 'vscode';
import type { Check } from '../../bank/model.ts';
import { shuffledChoices } from '../../bank/shuffle-choices.ts';
import { leftAt, type MockInterview } from '../../study/interview/mock-interview.ts';
import { isJudged } from '../../study/interview/report.ts';
import { clockText } from '../../shared/clock-text.ts';
import { button } from '../pages/button.ts';
import { codeSection } from '../pages/snippet-html.ts';
import { escapeHtml } from '../pages/escape-html.ts';
import { followUpsOf, type InterviewItem } from './interview-item.ts';
import { saidAnswer } from './said-answer.ts';
import type { Opinion } from './model-opinion.ts';
import { beliefHtml, programFacts } from './program-html.ts';
import { outputHtml, verdictHtml } from './verdict-html.ts';
import { hasTasks, outlineParts, scoreTexts, sureTexts } from './texts.ts';

/** What an item's page shows beside the item itself. */
export interface ItemView {
  readonly item: InterviewItem;
  readonly interview: MockInterview;
  /** Markdown → HTML, all of it rendered already. */
  readonly inline: (text: string) => string;
  readonly blocks: (text: string) => string;
  /** What stands for the code of a snippet or a program. */
  readonly code: string;
  /** What a run of the snippet says of the prediction, and printed; unknown after a restart. */
  readonly told: { readonly text: string; readonly printed?: readonly string[] } | undefined;
  readonly model: ModelView;
}

export interface ModelView {
  /** The model that would be asked; undefined without one, and then nothing of it is shown. */
  readonly name: string | undefined;
  readonly isAsked: boolean;
  readonly followUps: readonly Opinion[];
  readonly feedback: Opinion | undefined;
  /** Why it said nothing when it was asked last. */
  readonly trouble: string | undefined;
}

/** Markdown texts of an item, to be rendered before `itemHtml`: those of one line, and those with blocks. */
export function markdownOf(
  item: InterviewItem,
  { asked }: MockInterview,
  { followUps, feedback }: ModelView,
): { readonly inline: readonly string[]; readonly blocks: readonly string[] } {
  const isTold = asked.stage === 'answer';
  const inline = [
    ...followUpsOf(item),
    ...asked.points.map(({ text }) => text),
    ...followUps.map(({ text }) => text),
  ];
  const blocks = feedback ? [feedback.text] : [];
  switch (item.kind) {
    case 'question':
      return { inline: [...inline, ...answers(item)], blocks: [...blocks, item.of.sayIt] };
    case 'design':
      return {
        inline: [...inline, ...answers(item)],
        blocks: [...blocks, item.of.sayIt, ...(isTold ? [item.of.answer] : [])],
      };
    case 'check': {
      const { question, choices } = item.check;
      const texts = choices.flatMap(({ text, reason }) => [text, reason]);
      return { inline: [...inline, question, ...texts], blocks };
    }
    case 'snippet':
      return { inline: [...inline, item.snippet.teaches], blocks };
    case 'drill':
      return { inline, blocks };
    case 'problem':
      return { inline, blocks: [...blocks, item.problem.task] };
    case 'story':
      return { inline, blocks };
  }
}

const answers = ({ of }: Extract<InterviewItem, { kind: 'question' | 'design' }>) =>
  of.followUps.map(({ answer }) => saidAnswer(answer));

/** The page of the item that is asked. */
export function itemHtml(view: ItemView): string {
  const { item, interview } = view;
  const { asked, paused } = interview;
  const body = paused ? pausedHtml(interview) : `${bodyHtml(view)}${modelHtml(view)}`;
  return `<main class="interview" data-stage="${paused ? 'paused' : asked.stage}" data-kind="${item.kind}">
${headHtml(view)}
${body}
${notesHtml(interview)}
</main>`;
}

/** What is shown in place of a report when no answer was rated. */
export const nothingRatedHtml = (): string => `<main class="interview ready">
<h1>${escapeHtml(l10n.t('No Report'))}</h1>
<p>${escapeHtml(l10n.t('No answer was rated in this interview, so it has no report.'))}</p>
<div class="actions">${button('another', l10n.t('New Interview…'), { primary: true, key: l10n.t('Space') })}</div>
</main>`;

/** What is shown when bank or log can't be read. */
export function troubleHtml(): string {
  const title = l10n.t("Couldn't Show the Mock Interview");
  const text = l10n.t('See the log for details.');
  return `<main class="trouble"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>
<p class="trouble-actions">${button('again', l10n.t('Try Again'), { primary: true })}${button('showLog', l10n.t('Show Log'))}${button('another', l10n.t('New Interview…'))}</p></main>`;
}

function headHtml({ item, interview }: ItemView): string {
  const { items, done, paused, asked, minutes } = interview;
  const numbers = [done.length + 1, items.length] as const;
  const at = hasTasks(interview)
    ? l10n.t('Task {0} of {1}', ...numbers)
    : l10n.t('Question {0} of {1}', ...numbers);
  const left = escapeHtml(l10n.t('Time left'));
  const pause = paused
    ? ''
    : asked.stage === 'ask'
      ? button('pause', l10n.t('Pause'), { key: 'P' })
      : `<span class="muted small">${escapeHtml(l10n.t('The clock is stopped.'))}</span>`;
  return `<header class="interview-head">
<div class="clock-row"><span class="clock" id="clock" role="timer" aria-label="${left}"></span>
<progress id="passed" value="0" max="${minutes * 60}" aria-label="${escapeHtml(l10n.t('Time used'))}"></progress>
${pause}${button('finish', l10n.t('Finish'), { quiet: true })}</div>
<p class="facts">${[at, item.topic, ...programFacts(item)].map(escapeHtml).join(' · ')}</p>
</header>`;
}

function pausedHtml(interview: MockInterview): string {
  const hidden = hasTasks(interview)
    ? l10n.t('The task is hidden while the clock is stopped.')
    : l10n.t('The question is hidden while the clock is stopped.');
  return `<h1>${escapeHtml(l10n.t('Paused'))}</h1>
<p class="muted">${escapeHtml(hidden)}</p>
<div class="actions">${button('resume', l10n.t('Resume'), { primary: true, key: l10n.t('Space') })}</div>`;
}

function bodyHtml(view: ItemView): string {
  switch (view.interview.asked.stage) {
    case 'ask':
      return askHtml(view);
    case 'score':
      return scoreHtml(view);
    case 'points':
      return `${titleHtml(view)}
${typedHtml(view)}
${pointsHtml(view)}
<div class="actions">${button('answer', l10n.t('Show Answer'), { primary: true, key: l10n.t('Space'), keyWhileTyping: l10n.t('Ctrl+Enter') })}</div>`;
    case 'answer':
      return answerHtml(view);
  }
}

const titleHtml = ({ item, inline }: ItemView): string =>
  `<h1>${item.kind === 'check' ? inline(item.check.question) : escapeHtml(item.title)}</h1>`;

function askHtml(view: ItemView): string {
  const { item, interview, inline } = view;
  const all = followUpsOf(item);
  const shown = all.slice(0, interview.asked.followUps);
  const isHint = item.kind === 'problem';
  const [next, heading] = isHint
    ? [l10n.t('Hint'), l10n.t('Hints')]
    : [l10n.t('Follow-Up Question'), l10n.t('Follow-up questions')];
  const list =
    shown.length === 0
      ? ''
      : `<section class="follow-ups"><h2>${escapeHtml(heading)}</h2><ol>${shown.map((one) => `<li>${inline(one)}</li>`).join('')}</ol></section>`;
  const more = shown.length < all.length ? button('followUp', next, { key: 'F' }) : '';
  return `${titleHtml(view)}
${fieldsHtml(view)}
${list}
${modelFollowUpsHtml(view)}
<div class="actions">${button('submit', l10n.t('Rate My Answer'), { primary: true, key: l10n.t('Ctrl+Enter') })}
${more}${modelButton(view, 'modelFollowUp', (name) => l10n.t('Ask {0} for a Follow-Up', name))}</div>`;
}

/** Where the answer goes. */
function fieldsHtml({ item, code, inline, blocks, interview }: ItemView): string {
  switch (item.kind) {
    case 'question':
    case 'story': {
      const prompt =
        item.kind === 'story'
          ? l10n.t('Tell a story from your own work, in two to five minutes.')
          : l10n.t('Answer aloud or write.');
      return `<p class="muted">${escapeHtml(prompt)}</p>
${field(0, l10n.t('Your answer (optional)'), 5)}`;
    }
    case 'design':
      return `<p class="muted">${escapeHtml(l10n.t('Design it aloud or on paper, and fill in the outline as you go.'))}</p>
<div class="outline">${outlineParts()
        .map(
          ({ title, asks }, at) =>
            `<div class="part"><label for="typed-${at}">${escapeHtml(title)}</label>${field(at, undefined, 2, asks)}</div>`,
        )
        .join('\n')}</div>`;
    case 'check':
      return `<fieldset class="choices"><legend class="sr-only">${escapeHtml(l10n.t('Choices'))}</legend>${shownChoices(
        item.check,
        interview,
      )
        .map(
          ({ text, index }, at) =>
            `<label class="choice"><input type="radio" name="choice" id="choice-${at}" value="${index}" data-key="${at + 1}"><kbd aria-hidden="true">${at + 1}</kbd><span>${inline(text)}</span></label>`,
        )
        .join('\n')}</fieldset>`;
    case 'snippet':
    case 'drill':
      return `${codeSection(code)}
<label class="muted" for="typed-0">${escapeHtml(l10n.t('What does it print? Enter one line of output per line.'))}</label>
<textarea class="typed lines" id="typed-0" data-field rows="6" spellcheck="false" autocapitalize="off" autocomplete="off"></textarea>`;
    case 'problem':
      return `<div class="prose task">${blocks(item.problem.task)}</div>
<p>${button('openStart', l10n.t('Open Start Code'))}</p>
${field(0, l10n.t('Notes on your solution (optional)'), 3)}`;
  }
}

const field = (at: number, label: string | undefined, rows: number, placeholder = label): string =>
  `<textarea class="typed" id="typed-${at}" data-field rows="${rows}"${label === undefined ? '' : ` aria-label="${escapeHtml(label)}"`} placeholder="${escapeHtml(placeholder ?? '')}"></textarea>`;

function scoreHtml(view: ItemView): string {
  const { item } = view;
  const isSure = isJudged(item);
  const texts = isSure ? sureTexts() : scoreTexts();
  const heading = isSure ? l10n.t('How sure are you?') : l10n.t('How good was your answer?');
  const buttons = ([1, 2, 3, 4] as const).map(
    (score) =>
      `<button type="button" class="button secondary score" id="score-${score}" data-score="${score}" data-key="${score}"><kbd aria-hidden="true">${score}</kbd><span>${escapeHtml(texts[score])}</span></button>`,
  );
  return `${titleHtml(view)}
${typedHtml(view)}
<section class="scores" aria-labelledby="scores"><h2 id="scores" data-news>${escapeHtml(heading)}</h2>
<p class="muted">${escapeHtml(l10n.t('Rate it now, before you see what a good answer says.'))}</p>
<div class="score-buttons">${buttons.join('')}</div></section>`;
}

/** What was written, to look at. */
function typedHtml({ item, interview: { asked } }: ItemView): string {
  if (item.kind === 'check') return '';
  const parts = item.kind === 'design' ? outlineParts() : [];
  const written = asked.typed
    .map((text, at) => ({ text: text.trim(), title: parts[at]?.title }))
    .filter(({ text }) => text !== '');
  if (written.length === 0) return '';
  const isCode = ['problem', 'snippet', 'drill'].includes(item.kind);
  const shown = (text: string) =>
    `<pre class="written${isCode ? ' as-code' : ''}" tabindex="0">${escapeHtml(text)}</pre>`;
  const body =
    item.kind === 'design'
      ? written
          .map(({ text, title = '' }) => `<h3>${escapeHtml(title)}</h3>${shown(text)}`)
          .join('\n')
      : shown(written.map(({ text }) => text).join('\n'));
  return `<section class="mine"><h2>${escapeHtml(l10n.t('Your answer'))}</h2>${body}</section>`;
}

function pointsHtml({ item, interview: { asked }, inline }: ItemView): string {
  if (asked.points.length === 0) return '';
  const points = asked.points.map(
    ({ text, said }, at) =>
      `<li><label><input type="checkbox" id="point-${at}" data-point="${at}"${said ? ' checked' : ''}><span>${inline(text)}</span></label></li>`,
  );
  const isNews = asked.stage === 'points' || item.kind === 'story';
  return `<h2${isNews ? ' data-news' : ''}>${escapeHtml(l10n.t('Key points'))}</h2>
<p class="muted">${escapeHtml(l10n.t('Tick what you said.'))}</p>
<ul class="points">${points.join('\n')}</ul>`;
}

function answerHtml(view: ItemView): string {
  const { item, interview } = view;
  // The clock stands still, so any time will do.
  const isLast = interview.done.length + 1 === interview.items.length || leftAt(interview, 0) <= 0;
  const another = hasTasks(interview) ? l10n.t('Next Task') : l10n.t('Next Question');
  const next = isLast ? l10n.t('Show Report') : another;
  const open =
    'of' in item
      ? `<button type="button" class="button quiet" id="open" data-question="${escapeHtml(item.of.id)}"><span>${escapeHtml(l10n.t('Open Full Answer'))}</span></button>`
      : '';
  return `${titleHtml(view)}
${toldHtml(view)}
<div class="actions">${button('next', next, { primary: true, key: l10n.t('Space'), keyWhileTyping: l10n.t('Ctrl+Enter') })}${modelButton(view, 'feedback', (name) => l10n.t('Ask {0} for Feedback', name))}${open}</div>`;
}

function toldHtml(view: ItemView): string {
  const { item, inline, blocks, code, told, interview } = view;
  const { asked } = interview;
  const right = asked.points[0]?.said;
  const section = (title: string, html: string): string =>
    `<section class="told"><h2>${escapeHtml(title)}</h2>${html}</section>`;
  const news = (title: string, html: string): string =>
    `<section class="told"><h2 data-news>${escapeHtml(title)}</h2>${html}</section>`;
  switch (item.kind) {
    case 'question':
    case 'design': {
      const { followUps } = item.of;
      const asks = followUps.slice(0, asked.followUps);
      const heard = asks.map(
        ({ question, answer }) =>
          `<dt>${inline(question)}</dt><dd>${inline(saidAnswer(answer))}</dd>`,
      );
      return `${typedHtml(view)}
${pointsHtml(view)}
${news(l10n.t('Say it in the interview'), blocks(item.of.sayIt))}
${heard.length > 0 ? section(l10n.t('Follow-up questions'), `<dl>${heard.join('')}</dl>`) : ''}
${item.kind === 'design' ? section(l10n.t('Reference answer'), `<div class="prose">${blocks(item.of.answer)}</div>`) : ''}`;
    }
    case 'story':
      return `${typedHtml(view)}\n${pointsHtml(view)}`;
    case 'problem':
      return `${typedHtml(view)}
${pointsHtml(view)}
${news(l10n.t('One good solution'), `<pre tabindex="0"><code>${escapeHtml(item.problem.solution)}</code></pre>`)}`;
    case 'check':
      return `${verdictHtml(right)}
<ol class="choices">${shownChoices(item.check, interview)
        .map(({ text, reason, correct, index }) => {
          const isChosen = index === asked.choice;
          const mark = correct ? l10n.t('Right') : isChosen ? l10n.t('Not right') : '';
          return `<li class="choice told${isChosen ? ' chosen' : ''}"><div>${inline(text)}</div><div class="muted">${mark === '' ? '' : `<strong class="${correct ? 'right' : 'wrong'}">${escapeHtml(mark)}</strong> `}${inline(reason)}</div></li>`;
        })
        .join('\n')}</ol>`;
    case 'drill':
      return `${verdictHtml(right, told?.text)}
${typedHtml(view)}
${codeSection(code)}
${outputHtml(asked.ran?.printed, section)}
${beliefHtml(asked.ran ?? {})}`;
    case 'snippet':
      return `${verdictHtml(right, told?.text)}
${typedHtml(view)}
${codeSection(code)}
${outputHtml(told?.printed, section)}
${section(l10n.t('What it teaches'), `<p>${inline(item.snippet.teaches)}</p>`)}`;
  }
}

function modelHtml({ model, interview: { asked }, blocks }: ItemView): string {
  const trouble =
    model.trouble === undefined
      ? ''
      : `<p class="callout warning" role="status">${escapeHtml(model.trouble)}</p>`;
  if (asked.stage !== 'answer' || !model.feedback) return trouble;
  const { by, text } = model.feedback;
  return `<section class="opinion callout info" role="status"><h2>${escapeHtml(l10n.t('{0} says, and may be wrong:', by))}</h2><div class="prose">${blocks(text)}</div></section>`;
}

function modelFollowUpsHtml({ model: { followUps }, inline }: ItemView): string {
  return followUps
    .map(
      ({ by, text }) =>
        `<section class="opinion callout info" role="status"><h2>${escapeHtml(l10n.t('{0} asks:', by))}</h2><p>${inline(text)}</p></section>`,
    )
    .join('\n');
}

/** Only where there is a model; feedback is on what was written. */
function modelButton(
  { item, model: { name, isAsked, feedback }, interview: { asked } }: ItemView,
  wish: 'modelFollowUp' | 'feedback',
  text: (name: string) => string,
): string {
  if (name === undefined || isJudged(item)) return '';
  const nothingWritten = asked.typed.every((one) => one.trim() === '');
  if (wish === 'feedback' && (nothingWritten || feedback)) return '';
  if (isAsked) {
    // It has the place and the id of the button that asked, so that the focus stays there.
    const stop = button('stopModel', l10n.t('Stop'), { id: wish });
    return `<span class="muted" role="status">${escapeHtml(l10n.t('{0} is thinking…', name))}</span>${stop}`;
  }
  return button(wish, text(name));
}

function notesHtml({ notes }: MockInterview): string {
  const list = notes.map(
    ({ at, text }) => `<li><time>${clockText(at)}</time> ${escapeHtml(text)}</li>`,
  );
  const label = escapeHtml(l10n.t('Note with a timestamp (Enter adds it)'));
  return `<section class="notes">${list.length > 0 ? `<ul aria-label="${escapeHtml(l10n.t('Notes'))}">${list.join('')}</ul>` : ''}
<input type="text" class="note" id="note" maxlength="1000" aria-label="${label}" placeholder="${label}"></section>`;
}

/** The same order each time the item is shown. */
const shownChoices = (check: Check, { id }: MockInterview) =>
  shuffledChoices(check, Number.parseInt(id.slice(0, 8), 16) | 0);
