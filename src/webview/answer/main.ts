import './answer.css';
import type { AnswerData, AnswerKept, AnswerMessage, AnswerRequest } from '../../shared/answer.ts';
import { startPage } from '../page/start.ts';
import { handleActions } from './actions.ts';
import { showAnswers, handleChecks } from './checks.ts';
import { handleContents } from './contents.ts';
import { createNote } from './note.ts';
import { keepOpenParts } from './open-parts.ts';
import { showStates } from './states.ts';
import { handleTicks, showTicks } from './ticks.ts';

startPage<AnswerData, AnswerRequest, AnswerMessage, AnswerKept>({
  // As many as the host has visits to go back to.
  remembers: 50,
  show(data, page) {
    const note = createNote(data, page);
    keepOpenParts(page);
    handleActions(page);
    handleTicks(page);
    handleChecks(page);
    handleContents(page.signal);
    return {
      receive(message) {
        if (message.kind === 'note') {
          note?.show(message);
          return;
        }
        showTicks(message.progress);
        showAnswers(message.progress);
        showStates(message.progress);
      },
    };
  },
});
