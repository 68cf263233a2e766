import type { ModuleKind } from '../../bank/model.ts';
import type { NodeProblem, Refusal } from '../../runner/errors.ts';
import type { FoundNodes } from '../../runner/find-node.ts';
import type { RunRequest, RunResult, Runtime } from '../../runner/model.ts';
import type { Note, RunsStatus, ReportText } from '../../shared/runs.ts';
import type { Obstacle } from '../../program/module-obstacle.ts';
import type { SeenOutputs } from '../services/seen-outputs.ts';
import type { Subject } from '../subject/subject.ts';
import type { Work } from '../threads/work.ts';
import type { ProgramWatch } from '../subject/watch-program.ts';
import type { Difference } from './differences.ts';
import type { EverywhereSummary, ManySummary } from './summaries.ts';

/** What a series of runs needs of its surroundings. */
export interface RunsDependencies {
  run(request: RunRequest, runtime: Runtime): Promise<RunResult>;
  /** The Node that all other snippets run on. @throws NoNodeError */
  runtime(): Promise<Runtime>;
  findRuntimes(): Promise<FoundNodes>;
  /** The same program as the other kind of module, where the bank has it. */
  twin(subject: Subject): Promise<Subject | undefined>;
  /** @param isFile whether it is from a file, which runs where that is */
  obstacle(kind: ModuleKind, code: string, isFile: boolean): Promise<Obstacle | undefined>;
  readonly work: Pick<Work, 'do'>;
  isTrusted(): boolean;
  /** Watches the document that the program is from. */
  readonly watch: ProgramWatch;
  /** Where runs that were not recorded leave what they printed. */
  readonly seen: Pick<SeenOutputs, 'add'>;
  wording(): Promise<Wording>;
  onStatus(status: RunsStatus): void;
}

/** Puts results into the user's language. */
export interface Wording {
  many(summary: ManySummary): ReportText;
  everywhere(summary: EverywhereSummary): ReportText;
  obstacle(kind: ModuleKind, obstacle: Obstacle): string;
  difference(difference: Difference): Note;
  problem(problem: NodeProblem): string;
  /** That no Node.js works, and why each doesn't. */
  noNode(refused: readonly Refusal[]): string;
}

/** At most so many runs at once: more would wait for each other and change the odds of races. */
export const runsAtOnce = 2;
