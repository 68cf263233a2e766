import { createDrillWork, type DrillTask } from '../../drill/drill-work.ts';
import { answerRequests } from '../threads/answer-requests.ts';

// Looking for a program takes tens of milliseconds, for the most telling one of many more.
const work = createDrillWork();

answerRequests((message) => work.answer(message as DrillTask));
