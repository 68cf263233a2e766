import './answer.css';
import type { AnswerData, AnswerKept, AnswerNews, AnswerRequest } from '../../shared/answer.ts';
import { startPage } from '../page/start.ts';
import { handleActions } from './actions.ts';
import { showAnswers, handleChecks } from './checks.ts';
import { handleContents } from './contents.ts';
import { createNote } from './note.ts';
import { keepOpenParts } from './open-parts.ts';
import { showStates } from './states.ts';
import { handleTicks, showTicks } from './ticks.ts';

startPage<AnswerData, AnswerRequest, AnswerNews, AnswerKept>({
  // As many as the host has visits to go back to.
  remembers: 50,
  show(data, page) {
    const { texts } = data;
    const note = createNote(data, page);
    keepOpenParts(page);
    handleActions(page, texts);
    handleTicks(page, texts);
    handleChecks(page, texts);
    handleContents(page.signal);
    return {
      news(message) {
        if (message.kind === 'note') {
          note?.show(message);
          return;
        }
        showTicks(message.progress, texts);
        showAnswers(message.progress);
        showStates(message.progress, texts);
      },
    };
  },
});
