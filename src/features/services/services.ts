import type { Highlighter } from './highlighter.ts';
import type * as vscode from 'vscode';
import type { Bank, Question, Snippet, Topic } from '../../bank/model.ts';
import type { FoundNodes } from '../../runner/find-node.ts';
import type { RunResult, Runtime } from '../../runner/model.ts';
import type { DrillLog } from '../../study/drill/drill-projection.ts';
import type { CardId, EventPayload, ProgressEvent } from '../../study/event.ts';
import type { PlanTicks } from '../../study/plan/plan-projection.ts';
import type { Practice } from '../../study/practice-projection.ts';
import type { Progress } from '../../study/progress.ts';
import type { TakeEvent } from '../../study/disk/log-reader.ts';
import type { ActiveSubject } from '../subject/active-subject.ts';
import type { ProgramRequest } from '../subject/run-request.ts';
import type { Reviews } from '../../study/review/review-projection.lazy.ts';
import type { KeptInterview } from '../../study/interview/interview-projection.ts';
import type { Due } from './due.ts';
import type { Drills } from './drills.ts';
import type { MaterialService } from './material-service.ts';
import type { SeenOutputs } from './seen-outputs.ts';
import type { ShownQuestion } from './shown-question.ts';
import type { Study } from './study.ts';
import type { Work } from '../threads/work.ts';

/** What every feature is given; built once by the entry file. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly bank: BankService;
  readonly material: MaterialService;
  readonly progress: ProgressService;
  readonly study: Study;
  readonly due: Due;
  readonly drills: Drills;
  readonly runner: RunnerService;
  readonly seenOutputs: SeenOutputs;
  readonly shownQuestion: ShownQuestion;
  readonly activeSubject: ActiveSubject;
  readonly work: Work;
  readonly highlighter: Highlighter;
}

export interface BankService {
  /**
   * Read from disk at the first call. Rejects when the compiled bank is missing or broken. Packs
   * join later: what is loaded then is another object, and `onDidChange` fires.
   */
  load(): Promise<LoadedBank>;
  /** The same, once the packs were read for the first time; for what must not miss their questions. */
  loadAll(): Promise<LoadedBank>;
  readonly onDidChange: vscode.Event<void>;
  /** Fires once, when somebody asks for the bank for the first time. */
  readonly onFirstLoad: vscode.Event<void>;
  /** What packs bring, in their order, instead of what they brought before. */
  setPacks(banks: readonly Bank[]): void;
  dispose(): void;
}

export interface LoadedBank {
  readonly bank: Bank;
  topic(id: string): Topic | undefined;
  question(id: string): Question | undefined;
  snippet(id: string): Snippet | undefined;
  /** Questions in the order of the tree. */
  readonly questions: readonly Question[];
}

export interface ProgressService {
  /** The projection of the log; read from disk at the first call. */
  load(): Promise<Progress>;
  /** What the reviews of the log add up to, by the same reading. */
  loadReviews(): Promise<Reviews>;
  /** What the answers of the drill add up to, by the same reading. */
  loadDrills(): Promise<DrillLog>;
  /** Which items of the plan of study are ticked, by the same reading. */
  loadPlan(): Promise<PlanTicks>;
  /** The mock interviews of the log, the oldest first. */
  loadInterviews(): Promise<readonly KeptInterview[]>;
  /** What the log says of practice problems, by the same reading. */
  loadPractice(): Promise<Practice>;
  /**
   * Appends to the log. Resolves once the event is on disk, or kept for the next attempt after
   * the user was told why it could not be written; never rejects.
   * @param id of the event, for who wants to take it back: a new UUID
   */
  record(card: CardId, payload: EventPayload, id?: string): Promise<void>;
  /** What was predicted of changed copies of a snippet, the oldest first; read from the log each time. */
  copyAttempts(card: CardId): Promise<readonly CopyAttempt[]>;
  /**
   * All events of the log with their lines, also those that are not on disk yet; rejects when it can't be read.
   * @param later is given each line that only a later version understands
   */
  readLog(take: TakeEvent, later?: (line: string) => void): Promise<void>;
  /** Appends lines of another log. Rejects when they can't be written; to adopt them again does no harm. */
  adopt(lines: readonly string[]): Promise<void>;
  /** Fires after events of this window or another one changed the state of these cards. */
  readonly onDidChange: vscode.Event<readonly CardId[]>;
  /** The same for reviews, and what was taken back of them. */
  readonly onDidReview: vscode.Event<void>;
  /** Fires when the log grew: by any event of this window, or by those of another one that tell something new. */
  readonly onDidGrow: vscode.Event<void>;
  dispose(): void;
}

export type CopyAttempt = Extract<ProgressEvent, { kind: 'copyPredicted' }>;

export interface RunnerService {
  /**
   * Runs code on the user's Node with the limits of the settings.
   * @throws NoNodeError when no runtime works; its message says what was tried and what to do.
   */
  run(request: ProgramRequest, options?: RuntimeChoice): Promise<RunResult>;
  /** The Node that runs without `options.runtime` use. @throws NoNodeError */
  runtime(): Promise<Runtime>;
  /** Every Node found on this machine, and those that don't work, with the reason. */
  findRuntimes(): Promise<FoundNodes>;
  /** The Node at a path, if it is one that can run snippets. @throws NoNodeError */
  tryRuntime(path: string): Promise<Runtime>;
  dispose(): void;
}

export interface RuntimeChoice {
  /** Instead of the user's choice; for a run beside others. */
  readonly runtime?: Runtime;
}
