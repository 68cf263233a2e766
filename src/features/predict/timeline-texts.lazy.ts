import { l10n } from 'vscode';
import type { TimelineTexts } from '../../shared/timeline-texts.ts';
import { lineTexts } from '../ui/texts.ts';

/** The timeline's words in the user's language. */
export function timelineTexts(): TimelineTexts {
  return { ...lineTexts(), ...toolTexts(), ...pictureTexts(), ...stepTexts(), ...notesTexts() };
}

function toolTexts() {
  return {
    heading: l10n.t('Timeline'),
    stepsLabel: l10n.t('Steps of the run'),
    keys: l10n.t(
      'Left and Right go from step to step, with Shift from callback to callback. Space plays.',
    ),
    viewLegend: l10n.t('View'),
    viewTimeline: l10n.t('Timeline'),
    viewList: l10n.t('List'),
    listLabel: l10n.t('Callbacks in the order in which they ran'),
    first: l10n.t('First step'),
    previous: l10n.t('Previous step'),
    next: l10n.t('Next step'),
    last: l10n.t('Last step'),
    play: l10n.t('Play'),
    pause: l10n.t('Pause'),
    speed: l10n.t('Speed'),
    speedValue: l10n.t('{0}×'),
    zoomIn: l10n.t('Zoom in'),
    zoomOut: l10n.t('Zoom out'),
    zoomFit: l10n.t('Zoom to fit'),
    filter: l10n.t('Filter'),
    filterSilent: l10n.t('Callbacks that print nothing'),
    filterInternal: l10n.t('Internal callbacks of Node.js'),
    filterLanes: l10n.t('Lanes'),
    filterShows: l10n.t('{0} of {1} callbacks shown'),
    filteredOut: l10n.t('The filter hides every callback.'),
    save: l10n.t('Save'),
    savePicture: l10n.t('As a Picture (SVG)'),
    saveNotes: l10n.t('As Notes (Markdown)'),
  };
}

function pictureTexts() {
  return {
    pictureLabel: l10n.t('{0} callbacks, from left to right in the order in which they ran'),
    lanes: {
      main: l10n.t('main'),
      nextTick: l10n.t('nextTick'),
      microtask: l10n.t('microtasks'),
      timers: l10n.t('timers'),
      poll: l10n.t('poll'),
      check: l10n.t('check'),
      close: l10n.t('close'),
      exit: l10n.t('exit'),
      beside: l10n.t('other'),
    },
    beforeLoop: l10n.t('before the loop'),
    turn: l10n.t('turn {0}'),
    waits: l10n.t('waits {0} ms'),
    ran: l10n.t('ran {0} ms'),
    milliseconds: l10n.t('{0} ms'),
    moreLines: l10n.t('+{0} more'),
    mainScript: l10n.t('main script'),
    theMainScript: l10n.t('the main script'),
    eventName: l10n.t('{0} event'),
    worker: l10n.t('worker thread'),
    process: l10n.t('child process'),
    delayed: l10n.t('{0} {1}'),
    nameAtLine: l10n.t('{0} (line {1})'),
    line: l10n.t('line {0}'),
  };
}

function stepTexts() {
  return {
    step: l10n.t('Step {0} of {1}'),
    startsMain: l10n.t('The main script starts'),
    starts: l10n.t('{0} calls back'),
    prints: l10n.t('Prints {0}'),
    schedules: l10n.t('Schedules {0}'),
    cancels: l10n.t('Cancels {0}'),
    ends: l10n.t('The program ends'),
    endsRunCut: l10n.t('The run was stopped here'),
    endsTooLong: l10n.t('The record stops here, the run went on'),
    neverRanOne: l10n.t('One scheduled callback never ran.'),
    neverRan: l10n.t('{0} scheduled callbacks never ran.'),
    why: {
      main: l10n.t('Node.js runs the file from top to bottom before the event loop turns.'),
      nextTick: l10n.t(
        'The nextTick queue is emptied before the loop moves on to another callback.',
      ),
      microtask: l10n.t(
        'The microtask queue is emptied before the loop moves on to another callback.',
      ),
      timers: l10n.t('The loop is in its timers phase, and this timer is due.'),
      poll: l10n.t('The loop is in its poll phase, where finished operations call back.'),
      check: l10n.t('The loop is in its check phase, which follows poll.'),
      close: l10n.t('The loop is in its close phase, the last of a turn.'),
      exit: l10n.t('The process is about to end.'),
    },
    waitsFor: {
      nextTick: l10n.t('Waits in the nextTick queue.'),
      microtask: l10n.t('Waits in the microtask queue.'),
      timers: l10n.t('Waits for the timers phase.'),
      poll: l10n.t('Waits until the operation is done, then runs in the poll phase.'),
      check: l10n.t('Waits for the check phase.'),
      close: l10n.t('Waits for the close phase.'),
      exit: l10n.t('Waits for the end of the process.'),
    },
    waitsForTimer: l10n.t('Waits at least {0} ms, then runs in the timers phase.'),
    waitsForTimerOne: l10n.t('Waits at least 1 ms, then runs in the timers phase.'),
    shortestDelay: l10n.t('Node.js takes every delay under 1 ms as 1 ms.'),
    waitsForPromise: l10n.t('Waits until its promise is settled.'),
    waitsNoMore: l10n.t('It will not run.'),
    whyTimer: l10n.t('The loop is in its timers phase, and the delay of {0} ms has passed.'),
    whyEvent: l10n.t('The process emits the event {0}, and its listeners run immediately.'),
    whyWorker: l10n.t('A worker thread runs on its own, so its lines may be printed at any time.'),
    whyProcess: l10n.t('A child process runs on its own, so its lines may be printed at any time.'),
    scheduledBy: l10n.t('Scheduled by {0}.'),
    scheduledByAtLine: l10n.t('Scheduled by {0} at line {1}.'),
    settledBy: l10n.t('The promise that it waited for was settled by {0}.'),
    calledInside: l10n.t('Called while {0} was running.'),
    after: l10n.t('after {0}'),
    untracedWorker: l10n.t(
      'What happens inside worker threads is not recorded, only what they print.',
    ),
    untracedProcess: l10n.t(
      'What happens inside child processes is not recorded, only what they print.',
    ),
    altered: l10n.t(
      'Recording can change the results of {0}: a run that is not recorded may print other values.',
    ),
    orderHeading: l10n.t('Why {0} is printed after {1}'),
    orderCertain: l10n.t('in every run'),
    orderRace: l10n.t('a race: another run may differ'),
    orderUnknown: l10n.t('not certain: the record does not fix it'),
    orderSource: l10n.t('Source: {0}'),
    queues: l10n.t('Waiting now'),
    queueEmpty: l10n.t('empty'),
    queueMore: l10n.t('+{0} more'),
    queuePromises: l10n.t('promises'),
    queuePromisesHint: l10n.t('Reactions to promises that are not settled yet'),
    output: l10n.t('Printed so far'),
    outputNone: l10n.t('nothing yet'),
    outputEarlierOne: l10n.t('One earlier line is not shown.'),
    outputEarlier: l10n.t('{0} earlier lines are not shown.'),
    listPrints: l10n.t('prints {0}'),
    listPrintsNothing: l10n.t('prints nothing'),
    listSchedules: l10n.t('schedules {0}'),
    listBy: l10n.t('scheduled by {0}'),
    show: l10n.t('Show step'),
  };
}

function notesTexts() {
  return {
    notesTitle: l10n.t('Timeline of a run'),
    notesCode: l10n.t('Code'),
    notesOutput: l10n.t('Output'),
    notesCallbacks: l10n.t('Callbacks in the order in which they ran'),
    notesOrder: l10n.t('Why the lines are printed in this order'),
    notesPlace: l10n.t('No.'),
    notesPhase: l10n.t('Phase'),
    notesCallback: l10n.t('Callback'),
    notesLine: l10n.t('Line'),
    notesScheduledBy: l10n.t('Scheduled by'),
    notesPrints: l10n.t('Prints'),
    notesTurn: l10n.t('Turn'),
    notesAfter: l10n.t('{0} is printed after {1}'),
  };
}
