import type { RuntimeOrigin } from '../runner/model.ts';
import type { LineTexts } from './line-texts.ts';
import type { OrderingTexts } from './ordering-texts.ts';

export type { LineTexts };

/** How a Node.js was found. */
export type OriginTexts = Readonly<Record<RuntimeOrigin, string>>;

/**
 * The page's words, in the user's language; the host makes them. `{0}` stands for a value; of a
 * pair, `…One` is for the number 1.
 */
export interface PredictTexts extends OrderingTexts {
  readonly heading: string;
  readonly typedHint: string;
  readonly typedOnly: string;
  readonly predictNothing: string;
  readonly checking: string;
  readonly run: string;
  readonly running: string;
  readonly cancel: string;
  readonly terminal: string;
  readonly terminalLog: string;
  readonly terminalCut: string;
  readonly inputLabel: string;
  readonly inputHint: string;
  readonly inputEnded: string;
  readonly endInput: string;
  readonly emptyCards: string;
  readonly emptyTyped: string;

  readonly exact: string;
  readonly exactDetail: string;
  readonly shortNote: string;
  readonly rightTry: string;
  readonly notYet: string;
  readonly notYetDetail: string;
  readonly whichLine: string;
  readonly reveal: string;
  readonly possible: string;
  readonly possibleDetail: string;
  readonly possibleRace: string;
  readonly possibleSeen: string;
  readonly wrong: string;
  readonly wrongDetail: string;
  readonly wrongNever: string;
  readonly wrongEnd: string;
  readonly possibleHereOne: string;
  readonly possibleHere: string;
  readonly orEnd: string;
  readonly onlyEnd: string;
  readonly printedHere: string;
  readonly printedBefore: string;
  readonly nearCase: string;
  readonly nearQuotes: string;
  readonly nearBlanks: string;
  readonly nearSpelling: string;
  readonly nearExit: string;
  readonly or: string;
  readonly unknown: string;
  readonly unknownTruncatedOne: string;
  readonly unknownTruncated: string;
  readonly unknownOrders: string;
  readonly unknownOther: string;
  readonly unknownRace: string;
  readonly unknownPair: string;
  readonly unknownLines: string;
  readonly unknownUnrecorded: string;
  readonly unknownTry: string;
  readonly unknownOutside: string;
  readonly syntax: string;
  readonly syntaxDetail: string;
  readonly output: string;
  readonly outputNone: string;

  readonly endedTime: string;
  readonly endedInput: string;
  readonly endedLines: string;
  readonly endedBytes: string;
  readonly endedMemory: string;
  readonly changeLimit: string;
  readonly errorAtLine: string;
  readonly showLine: string;
  readonly missingModule: string;
  readonly missingInPlace: string;
  readonly deniedAccess: string;
  readonly linesHiddenOne: string;
  readonly linesHidden: string;

  readonly cancelled: string;
  readonly cancelledDetail: string;
  readonly noNode: string;
  readonly folder: string;
  readonly unfit: string;
  readonly unsaved: string;
  readonly changed: string;
  readonly changedDetail: string;
  readonly changedSince: string;
  readonly showNewText: string;
  readonly runNewText: string;
  readonly untrusted: string;
  readonly untrustedDetail: string;
  readonly failed: string;
  readonly chooseNode: string;
  readonly manageTrust: string;

  readonly rowsCaption: string;
  readonly columnLine: string;
  readonly columnPrediction: string;
  readonly columnRun: string;
  readonly columnMark: string;
  readonly markSame: string;
  readonly markShort: string;
  readonly markPrintedAt: string;
  readonly markPrintedAtMany: string;
  readonly markPredictedAt: string;
  readonly markPredictedAtMany: string;
  readonly markCase: string;
  readonly markQuotes: string;
  readonly markBlanks: string;
  readonly markSpelling: string;
  readonly markExit: string;
  readonly markDiffers: string;
  readonly markMissing: string;
  readonly markNever: string;
  readonly markExtra: string;
  readonly markUnknown: string;
  readonly markTooEarly: string;
  readonly noLine: string;

  readonly whyShow: string;
  readonly whyWrong: string;
  readonly whyAlways: string;
  readonly whyThisRun: string;
  readonly whyRace: string;
  readonly whyUnknown: string;
  readonly whyQuestion: string;
  readonly whyLine: string;
  readonly recordedOther: string;
  readonly recordedOutput: string;
  readonly ranOnce: string;
  readonly timelineNone: string;
  readonly timelineGone: string;
  readonly timelinePart: string;
  readonly runManyTimes: string;
  readonly runEverywhere: string;
  readonly anotherLikeThis: string;

  readonly teaches: string;
  readonly race: string;
  readonly tryAgain: string;
  readonly runAgain: string;
  readonly predict: string;
  readonly nextUnsolved: string;
  readonly openQuestion: string;
  readonly ranOn: string;
  readonly ranExit: string;
  readonly ranSignal: string;
  readonly origins: OriginTexts;
}
