import './answer.css';
import type { AnswerData, AnswerHostMessage, NoteDraft } from '../../shared/answer.ts';
import { pageData, useCodeColors } from '../common/host.ts';
import { handleActions } from './actions.ts';
import { showAnswers, handleChecks } from './checks.ts';
import { handleContents } from './contents.ts';
import { handleTicks, showTicks } from './ticks.ts';
import { createRequests } from './requests.ts';
import { keepDraft, keepState, keptState } from './keep-state.ts';
import { createNote } from './note.ts';
import { showStates } from './states.ts';

const data = pageData() as AnswerData;
const requests = createRequests(data.page);

const { draft = data.draft } = keptState(data.question) ?? {};
const note = createNote(data, draft, requests, keepNote);
keepState(data);
handleActions(requests, data.texts);
handleTicks(requests, data.texts);
handleChecks(requests, data.texts);
handleContents();

window.addEventListener('message', ({ data: message }: MessageEvent<AnswerHostMessage>) => {
  if (message.page !== data.page) return;
  switch (message.kind) {
    case 'hello':
      requests.shown();
      return;
    case 'progress':
      showTicks(message.progress, data.texts);
      showAnswers(message.progress);
      showStates(message.progress, data.texts);
      return;
    case 'note':
      note?.show(message);
      return;
    case 'colors':
      useCodeColors(message.css);
      for (const code of document.querySelectorAll<HTMLElement>('[data-code]')) {
        const html = message.blocks[Number(code.dataset['code'])];
        // The host made it from escaped text and classes of its own.
        if (html !== undefined) code.innerHTML = html;
      }
      return;
    case 'done':
    case 'failed':
      requests.settle(message);
  }
});

function keepNote(written: NoteDraft | undefined): void {
  keepDraft(data, written);
  requests.draft(written);
}

// Asked for once the page is on screen: colours may take a moment the first time.
requestAnimationFrame(() => {
  setTimeout(() => requests.ready(data.colors));
});
