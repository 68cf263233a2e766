import type { InitDetails } from './trace-event.ts';
import type {
  AwaitedPromise,
  Callback,
  Moment,
  Phase,
  StartedBeside,
  Task,
  TracedLine,
} from './model.ts';

/** While a trace is built, tasks and callbacks point at each other; they are numbered at the end. */
type Draft<Type> = { -readonly [Key in keyof Type]: Type[Key] };

export interface TaskDraft extends Draft<
  Omit<Task, 'id' | 'by' | 'settledBy' | 'promise' | 'alsoBy' | 'connecting'>
> {
  /** What async_hooks calls it. */
  readonly resource?: Resource;
  by?: CallbackDraft | undefined;
  settledBy?: TaskDraft | undefined;
  alsoBy?: CallbackDraft;
  connecting?: TaskDraft;
  promise?: Omit<AwaitedPromise, 'by'> & { readonly by: CallbackDraft };
  runs: number;
  lastRun?: CallbackDraft;
}

export interface CallbackDraft extends Draft<Omit<Callback, 'task' | 'inside' | 'senders'>> {
  task: TaskDraft;
  readonly inside?: CallbackDraft;
  senders?: readonly CallbackDraft[];
  /** The id that async_hooks gave; absent for events of the process. */
  asyncId?: number;
  open: boolean;
}

export interface StartDraft extends Omit<StartedBeside, 'by'> {
  readonly by?: CallbackDraft | undefined;
}

export interface LineDraft extends Omit<Draft<TracedLine>, 'callback'> {
  callback?: CallbackDraft;
}

/** Something with an async id. */
export interface Resource {
  readonly id: number;
  readonly type: string;
  readonly trigger: number;
  readonly details: InitDetails;
  readonly madeAt: Moment;
  /** For promises: made from another one, its trigger. */
  readonly derived: boolean;
  /** For promises: `await` made it of something that was none. */
  wrapper?: boolean;
  /** For promises of Node's own: the name of its job, if that should not have called a `then`. */
  guessed?: string;
  /** For promises: the call of `Promise.all` or `Promise.allSettled` whose job it is. */
  group?: number;
  /** The callback that made it; absent when Node did so outside of any. */
  readonly by?: CallbackDraft;
  /** For promises: each time it was resolved, and by whom. */
  readonly resolved: Resolution[];
  /** Its task, or that of its next run. */
  task?: TaskDraft;
  /** For handles: the task that is its close callback, once it begins to close. */
  closing?: TaskDraft;
  /** For ports of a worker: its handle. */
  owner?: Resource;
  /** For ports: the other end, and who posted what has not arrived yet; for compressors, who started what. */
  peer?: Resource;
  readonly posts: Resolution[];
  /** For ports: who had it listen, if it does. */
  listens?: Resolution;
}

export interface Resolution {
  readonly at: Moment;
  readonly by: CallbackDraft;
}

export type { Phase };
