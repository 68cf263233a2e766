import type * as vscode from 'vscode';
import type { CardId, Rating } from '../../study/event.ts';
import type { InterviewProgress } from '../../study/review/interview-progress.ts';
import type { Policy } from '../../study/review/policy.ts';
import type { ReviewCard } from '../../study/review/review-card.ts';
import type { Reviews } from '../../study/review/review-projection.lazy.ts';
import type { ReviewQueue } from '../../study/review/review-queue.ts';

/** When each card is asked again. What it is made of is loaded when somebody asks. */
export interface Study {
  load(): Promise<StudyService>;
  /** What is due may have changed: after a review, of this window or another one. */
  readonly onDidChange: vscode.Event<void>;
}

export interface StudyService {
  /** How the user wants to be asked, by the settings as they are now. */
  policy(): Policy;
  /** What is to be asked now. */
  queue(): Promise<ReviewQueue>;
  /** All cards of the bank and of packs, by their ids, in the order of the tree; then those of beliefs that were found or suspected, and of practice problems that were opened. */
  cards(): Promise<ReadonlyMap<CardId, ReviewCard>>;
  reviews(): Promise<Reviews>;
  /** How long the card would wait after each rating, in milliseconds. */
  intervals(card: ReviewCard): Promise<Readonly<Record<Rating, number>>>;
  /** Records a review. @returns the id of its event, for `undo` */
  rate(card: ReviewCard, rating: Rating, how: Encountered): Promise<string>;
  /** Has cards be new again. @returns their events, for `undo` */
  reset(cards: readonly ReviewCard[]): Promise<readonly ResetCard[]>;
  /** Takes back what `rate` or `reset` recorded, or that a belief was found. */
  undo(card: CardId, event: string): Promise<void>;
  /** The days of study on which something was reviewed: see `numberOfDay`. */
  days(): Promise<ReadonlySet<number>>;
  /** Days in a row on which something was reviewed. */
  streak(): Promise<number>;
  /** How far one is on the way to the interview of the settings; undefined without one. */
  interview(): Promise<InterviewProgress | undefined>;
}

export interface ResetCard {
  readonly card: CardId;
  readonly event: string;
}

export interface Encountered {
  readonly durationMs: number;
  readonly hints: number;
  /** Ids of the key points of a question that were not said. */
  readonly missed?: readonly string[];
}
