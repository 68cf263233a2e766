import type { LineTexts } from './predict-texts.ts';
import type { Phase } from './timeline.ts';

/**
 * The timeline's words, in the user's language; the host makes them. `{0}` stands for a value; of a
 * pair, `…One` is for the number 1.
 */
export interface TimelineTexts extends LineTexts {
  readonly heading: string;
  readonly pictureLabel: string;
  readonly stepsLabel: string;
  readonly keys: string;
  readonly viewLegend: string;
  readonly viewTimeline: string;
  readonly viewList: string;
  readonly listLabel: string;

  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly last: string;
  readonly play: string;
  readonly pause: string;
  readonly speed: string;
  readonly speedValue: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomFit: string;
  readonly filter: string;
  readonly filterSilent: string;
  readonly filterInternal: string;
  readonly filterLanes: string;
  readonly filterShows: string;
  readonly filteredOut: string;
  readonly save: string;
  readonly savePicture: string;
  readonly saveNotes: string;

  readonly lanes: Readonly<Record<Phase | 'beside', string>>;
  readonly beforeLoop: string;
  readonly turn: string;
  readonly waits: string;
  readonly ran: string;
  readonly milliseconds: string;
  readonly moreLines: string;

  readonly mainScript: string;
  /** The same within a sentence. */
  readonly theMainScript: string;
  readonly eventName: string;
  readonly worker: string;
  readonly process: string;
  /** `setTimeout`, `10 ms` */
  readonly delayed: string;
  /** `setTimeout 10 ms`, `4` */
  readonly nameAtLine: string;
  readonly line: string;

  readonly step: string;
  readonly startsMain: string;
  readonly starts: string;
  readonly prints: string;
  readonly schedules: string;
  readonly cancels: string;
  readonly ends: string;
  readonly endsRunCut: string;
  readonly endsTooLong: string;
  readonly neverRanOne: string;
  readonly neverRan: string;
  readonly why: Readonly<Record<Phase, string>>;
  readonly waitsFor: Readonly<Record<Exclude<Phase, 'main'>, string>>;
  readonly waitsForTimer: string;
  readonly waitsForTimerOne: string;
  readonly shortestDelay: string;
  readonly waitsForPromise: string;
  readonly waitsNoMore: string;
  readonly whyTimer: string;
  readonly whyEvent: string;
  readonly whyWorker: string;
  readonly whyProcess: string;
  readonly scheduledBy: string;
  readonly scheduledByAtLine: string;
  readonly settledBy: string;
  readonly calledInside: string;
  readonly after: string;
  readonly untracedWorker: string;
  readonly untracedProcess: string;
  /** `executionAsyncId, triggerAsyncId` */
  readonly altered: string;

  readonly orderHeading: string;
  readonly orderCertain: string;
  readonly orderRace: string;
  readonly orderUnknown: string;
  readonly orderSource: string;

  readonly queues: string;
  readonly queueEmpty: string;
  readonly queueMore: string;
  readonly queuePromises: string;
  readonly queuePromisesHint: string;
  readonly output: string;
  readonly outputNone: string;
  readonly outputEarlierOne: string;
  readonly outputEarlier: string;

  readonly listPrints: string;
  readonly listPrintsNothing: string;
  readonly listSchedules: string;
  readonly listBy: string;
  readonly show: string;

  readonly notesTitle: string;
  readonly notesCode: string;
  readonly notesOutput: string;
  readonly notesCallbacks: string;
  readonly notesOrder: string;
  readonly notesPlace: string;
  readonly notesPhase: string;
  readonly notesCallback: string;
  readonly notesLine: string;
  readonly notesScheduledBy: string;
  readonly notesPrints: string;
  readonly notesTurn: string;
  readonly notesAfter: string;
}
