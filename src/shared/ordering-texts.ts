import type { LineTexts } from './line-texts.ts';

/** The words of the lists in which lines are put in order, and of the field in which they are typed. */
export interface OrderingTexts extends LineTexts {
  readonly modeLegend: string;
  readonly modeCards: string;
  readonly modeTyped: string;
  readonly poolHeading: string;
  readonly orderHeading: string;
  readonly orderEmpty: string;
  readonly orderKeys: string;
  readonly mayLeaveOut: string;
  readonly clear: string;
  readonly cardAdd: string;
  readonly cardPlace: string;
  readonly cardUp: string;
  readonly cardDown: string;
  readonly cardRemove: string;
  readonly typedLabel: string;
  readonly check: string;
  readonly markFirstWrong: string;
  readonly saidPlaced: string;
  readonly saidMoved: string;
  readonly saidRemoved: string;
  readonly saidCleared: string;
  readonly saidUnmatchedOne: string;
  readonly saidUnmatched: string;
}
